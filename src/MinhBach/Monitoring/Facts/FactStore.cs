using System.Data.Common;
using System.Runtime.CompilerServices;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>Writes and reads facts in plain SQL: a city's history is folded, and read at every start, by the hundred thousand.</summary>
internal static class FactStore
{
    private static readonly TablePut<FactRow> Table = new("monitoring_dossier", "dossier_id");

    public static async ValueTask PutAsync(WriteSession session, IReadOnlyCollection<FactRow> rows) => await Table.PutAsync(session, rows);

    /// <summary>What was folded after a change, in the order of ids.</summary>
    public static async IAsyncEnumerable<FactRow> AfterAsync(CityDatabase database, long change, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
            SELECT dossier_id, agency_id, field, procedure_id, version_id, channel, online_level, submitted_on, status, received_on, completed_on,
              returned_on, left_on, first_due, dues, waits, outcome, worked_seconds, running_from, change
            FROM monitoring_dossier {(change == 0 ? "" : $"WHERE change > {change}")} ORDER BY dossier_id
            """);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) yield return Read(reader);
    }

    private static FactRow Read(DbDataReader row) => new()
    {
        DossierId = row.GetInt64(0),
        AgencyId = row.GetInt64(1),
        Field = row.GetString(2),
        ProcedureId = row.GetInt64(3),
        VersionId = row.GetInt64(4),
        Channel = row.GetInt32(5),
        OnlineLevel = row.GetInt32(6),
        SubmittedOn = Day(row, 7)!.Value,
        Status = (DossierStatus)row.GetInt32(8),
        ReceivedOn = Day(row, 9),
        CompletedOn = Day(row, 10),
        ReturnedOn = Day(row, 11),
        LeftOn = Day(row, 12),
        FirstDue = Day(row, 13),
        Dues = row.GetString(14),
        Waits = row.GetString(15),
        Outcome = row.IsDBNull(16) ? null : (DossierOutcome)row.GetInt32(16),
        WorkedSeconds = row.GetInt64(17),
        RunningFrom = row.IsDBNull(18) ? null : CityTime.FromUnixMicroseconds(row.GetInt64(18)),
        Change = row.GetInt64(19),
    };

    private static LocalDate? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : CityTime.ReadDay(row.GetString(column));
}
