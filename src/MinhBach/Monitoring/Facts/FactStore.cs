using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Writes facts with prepared statements: a city's history is folded by the hundred thousand.</summary>
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
}
