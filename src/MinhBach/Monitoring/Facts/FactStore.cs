using System.Data.Common;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Monitoring;

/// <summary>Writes and reads facts in plain SQL: a city's history is folded, and read at every start, by the hundred thousand.</summary>
internal static class FactStore
{
    public static async ValueTask PutAsync(WriteSession session, FactRow row) =>
        await session.Sql("""
            INSERT INTO monitoring_dossier (dossier_id, agency_id, field, procedure_id, version_id, channel, online_level, submitted_on,
              status, received_on, completed_on, returned_on, left_on, first_due, dues, waits, outcome, worked_seconds, running_from, change)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
            ON CONFLICT (dossier_id) DO UPDATE SET status = excluded.status, received_on = excluded.received_on, completed_on = excluded.completed_on,
              returned_on = excluded.returned_on, left_on = excluded.left_on, first_due = excluded.first_due, dues = excluded.dues, waits = excluded.waits,
              outcome = excluded.outcome, worked_seconds = excluded.worked_seconds, running_from = excluded.running_from, change = excluded.change
            """)
            .With(row.DossierId).With(row.AgencyId).With(row.Field).With(row.ProcedureId).With(row.VersionId).WithInt(row.Channel).WithInt(row.OnlineLevel).With(row.SubmittedOn)
            .WithInt((int)row.Status).With(row.ReceivedOn).With(row.CompletedOn).With(row.ReturnedOn).With(row.LeftOn).With(row.FirstDue).With(row.Dues).With(row.Waits)
            .WithInt((int?)row.Outcome).With(row.WorkedSeconds).With(row.RunningFrom).With(row.Change).RunAsync();

    /// <summary>What was folded after a change.</summary>
    public static async Task<List<FactRow>> AfterAsync(CityDatabase database, long change, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"""
            SELECT dossier_id, agency_id, field, procedure_id, version_id, channel, online_level, submitted_on, status, received_on, completed_on,
              returned_on, left_on, first_due, dues, waits, outcome, worked_seconds, running_from, change
            FROM monitoring_dossier WHERE change > {change}
            """);
        var rows = new List<FactRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) rows.Add(Read(reader));
        return rows;
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

    private static LocalDate? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : LocalDatePattern.Iso.Parse(row.GetString(column)).Value;
}
