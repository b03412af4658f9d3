using System.Globalization;
using System.Text;
using MinhBach.Monitoring.Reports;

namespace MinhBach.Transparency;

/// <summary>The file of a published report whose hash an entry states: the same bytes for the same counts (docs/log-entries.md).</summary>
public static class ReportFile
{
    private const string Heading =
        "part,field,received,fullyOnline,partlyOnline,post,direct,carriedOver,settled,early,onTime,late,open,inTime,overdue\n";

    /// <summary>Writes the file: the city's agencies, then wards and communes, each by field.</summary>
    public static byte[] Write(Form07Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var file = new StringBuilder(Heading);
        Part(file, "city", report.City);
        Part(file, "communes", report.Communes);
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static void Part(StringBuilder file, string part, IReadOnlyList<Form07Row> rows)
    {
        foreach (var row in rows.OrderBy(row => row.Field, StringComparer.Ordinal))
        {
            // RFC 4180: a field's name may hold commas.
            file.Append(part).Append(",\"").Append(row.Field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            foreach (var count in row.Columns) file.Append(CultureInfo.InvariantCulture, $",{count}");
            file.Append('\n');
        }
    }
}
