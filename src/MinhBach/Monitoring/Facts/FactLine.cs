using System.Globalization;
using System.Text;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>
/// What the measures read of a row: on SQLite value by value, on PostgreSQL as one line of text,
/// <c>17|4|2074|73|74|4|1|2|3600|2026-11-24|…|Hộ tịch</c>, because there every value costs a journey through the driver.
/// </summary>
internal static class FactLine
{
    private const char Between = '|';
    private const int Usual = 256;

    /// <summary>The columns in the order in which a row of SQLite is read.</summary>
    public const string Columns = """
        dossier_id, change, agency_id, procedure_id, version_id, status, channel, online_level, worked_seconds,
        received_on, completed_on, left_on, first_due, dues, waits, field
        """;

    /// <summary>The expression that makes the line. The field is last: it alone may hold any character.</summary>
    public const string Line = """
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

    public static DossierFact Read(SqliteRow row, FieldNames fields)
    {
        Span<char> letters = stackalloc char[Usual];
        return new()
        {
            Id = row.Number(0),
            Change = row.Number(1),
            Agency = row.Number(2),
            Procedure = row.Number(3),
            Version = row.Number(4),
            Status = (DossierStatus)row.Number(5),
            Way = Ways.Of((Channel)row.Number(6), (OnlineLevel)row.Number(7)),
            WorkedSeconds = row.Number(8),
            ReceivedOn = Day.Read(Text(row.Bytes(9), letters)),
            CompletedOn = Day.Read(Text(row.Bytes(10), letters)),
            LeftOn = Day.Read(Text(row.Bytes(11), letters)),
            FirstDue = Day.Read(Text(row.Bytes(12), letters)),
            Dues = DayLists.Dues(Text(row.Bytes(13), letters)),
            Waits = DayLists.Waits(Text(row.Bytes(14), letters)),
            Field = fields.Same(Text(row.Bytes(15), letters)),
        };
    }

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> text, Span<char> letters) =>
        text.Length <= letters.Length ? letters[..Encoding.UTF8.GetChars(text, letters)] : Encoding.UTF8.GetString(text);

    private static long Number(ref ReadOnlySpan<char> line) => long.Parse(Next(ref line), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(Between);
        var next = line[..end];
        line = line[(end + 1)..];
        return next;
    }
}
