using System.Globalization;
using MinhBach.Dossiers;
using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>What the measures read of a row, as one line of text: <c>17|4|2074|73|74|4|1|2|3600|2026-11-24|…|Hộ tịch</c>.</summary>
internal static class FactLine
{
    private const char Between = '|';

    /// <summary>The expression that makes the line, in both databases. The field is last: it alone may hold any character.</summary>
    public const string Columns = """
        concat_ws('|', dossier_id, change, agency_id, procedure_id, version_id, status, channel, online_level, worked_seconds,
          coalesce(received_on, ''), coalesce(completed_on, ''), coalesce(left_on, ''), coalesce(first_due, ''), dues, waits, field)
        """;

    public static DossierFact Read(ReadOnlySpan<char> line, FieldNames fields) => new()
    {
        Id = Number(ref line),
        Change = Number(ref line),
        Agency = Number(ref line),
        Procedure = Number(ref line),
        Version = Number(ref line),
        Status = (DossierStatus)Number(ref line),
        Way = Ways.Of((Channel)Number(ref line), (OnlineLevel)Number(ref line)),
        WorkedSeconds = Number(ref line),
        ReceivedOn = Day.Read(Next(ref line)),
        CompletedOn = Day.Read(Next(ref line)),
        LeftOn = Day.Read(Next(ref line)),
        FirstDue = Day.Read(Next(ref line)),
        Dues = DayLists.Dues(Next(ref line)),
        Waits = DayLists.Waits(Next(ref line)),
        Field = fields.Same(line),
    };

    private static long Number(ref ReadOnlySpan<char> line) => long.Parse(Next(ref line), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(Between);
        var next = line[..end];
        line = line[(end + 1)..];
        return next;
    }
}
