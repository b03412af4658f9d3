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
        dossier_id, change, agency_id, procedure_id, version_id, status, channel, online_level, worked_seconds,
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

    public static DossierFact Read(DbDataReader row, FieldNames fields) => new()
    {
        Id = row.GetInt64(0),
        Change = row.GetInt64(1),
        Agency = row.GetInt64(2),
        Procedure = row.GetInt64(3),
        Version = row.GetInt64(4),
        Status = (DossierStatus)row.GetInt32(5),
        Way = Ways.Of((Channel)row.GetInt32(6), (OnlineLevel)row.GetInt32(7)),
        WorkedSeconds = row.GetInt64(8),
        ReceivedOn = DayIn(row, 9),
        CompletedOn = DayIn(row, 10),
        LeftOn = DayIn(row, 11),
        FirstDue = DayIn(row, 12),
        Dues = DayLists.Dues(row.GetString(13)),
        Waits = DayLists.Waits(row.GetString(14)),
        Field = fields.Same(row.GetString(15)),
    };

    private static Day DayIn(DbDataReader row, int column) => row.IsDBNull(column) ? Day.Never : Day.Read(row.GetString(column));

    private static ReadOnlySpan<char> Text(ReadOnlySpan<byte> text, Span<char> letters) =>
        text.Length <= letters.Length ? letters[..Encoding.UTF8.GetChars(text, letters)] : Encoding.UTF8.GetString(text);
}
