using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MinhBach.Monitoring;

namespace MinhBach.Transparency;

/// <summary>The file of published figures whose hash an entry states: the same bytes for the same counts, whoever counts (docs/log-entries.md).</summary>
public static class StatisticFile
{
    private const string Heading =
        "key,received,carriedOver,doneEarly,doneOnTime,doneLate,doneUntimed,pendingInTime,pendingOverdue,waiting,left,notAccepted,firstDueMet,firstDueMissed\n";

    /// <summary>Writes the file.</summary>
    /// <param name="rows">Figures by key, in any order; those without any dossier are left out.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<string, OnTimeFigures>> rows)
    {
        var file = new StringBuilder(Heading);
        foreach (var (key, figures) in rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            var total = PublishedTotal.Of(figures);
            int[] counts =
            [
                total.Received, total.CarriedOver, total.DoneEarly, total.DoneOnTime, total.DoneLate, total.DoneUntimed, total.PendingInTime,
                total.PendingOverdue, total.Waiting, total.Left, total.NotAccepted, total.FirstDueMet, total.FirstDueMissed,
            ];
            if (counts.All(count => count == 0)) continue;
            file.Append(key);
            foreach (var count in counts) file.Append(CultureInfo.InvariantCulture, $",{count}");
            file.Append('\n');
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }

    /// <summary>The hash that an entry states, in lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));

    /// <summary>How many rows a file has, without its heading.</summary>
    public static int Rows(ReadOnlySpan<byte> file) => file.Count((byte)'\n') - 1;
}
