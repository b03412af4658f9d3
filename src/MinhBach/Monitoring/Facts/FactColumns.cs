using System.Data.Common;
using System.Text;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Monitoring;

/// <summary>What the measures read of a row.</summary>
internal static class FactColumns
{
    private const int Usual = 256;

    /// <summary>The columns, in the order in which a row is read.</summary>
    public const string All = """
        dossier_id, change, agency_id, procedure_id, version_id, channel, online_level, worked_seconds,
        received_on, completed_on, left_on, first_due, dues, waits, field
        """;

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
            Way = Ways.Of((Channel)row.Number(5), (OnlineLevel)row.Number(6)),
            WorkedSeconds = checked((int)row.Number(7)),
            ReceivedOn = Day.Read(row.Bytes(8)),
            CompletedOn = Day.Read(row.Bytes(9)),
            LeftOn = Day.Read(row.Bytes(10)),
            FirstDue = Day.Read(row.Bytes(11)),
            Dues = DayLists.Dues(row.Bytes(12)),
            Waits = DayLists.Waits(row.Bytes(13)),
            Field = fields.Same(Text(row.Bytes(14), letters)),
        };
    }

    public static DossierFact Read(DbDataReader row, FieldNames fields) => new()
    {
        Id = row.GetInt64(0),
        Change = row.GetInt64(1),
        Agency = row.GetInt64(2),
        Procedure = row.GetInt64(3),
        Version = row.GetInt64(4),
        Way = Ways.Of((Channel)row.GetInt32(5), (OnlineLevel)row.GetInt32(6)),
        WorkedSeconds = checked((int)row.GetInt64(7)),
        ReceivedOn = DayIn(row, 8),
        CompletedOn = DayIn(row, 9),
        LeftOn = DayIn(row, 10),
        FirstDue = DayIn(row, 11),
        Dues = DayLists.Dues(row.GetString(12).AsSpan()),
        Waits = DayLists.Waits(row.GetString(13).AsSpan()),
        Field = fields.Same(row.GetString(14)),
    };

    private static Day DayIn(DbDataReader row, int column) => row.IsDBNull(column) ? Day.Never : Day.Read(row.GetString(column).AsSpan());

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> text, Span<char> letters) =>
        text.Length <= letters.Length ? letters[..Encoding.UTF8.GetChars(text, letters)] : Encoding.UTF8.GetString(text);
}
