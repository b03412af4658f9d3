using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Loads a dossier for a decision and writes what was decided: one row changed, the steps touched, the events appended.</summary>
internal static class DossierStore
{
    public static async ValueTask<Dossier?> LoadAsync(WriteSession session, DossierId id) =>
        await session.Sql("""
            SELECT code, version_id, case_key, agency_id, channel, status, submitted_at, received_at, completed_at, returned_at, outcome, revision, last_sequence, state
            FROM dossiers_dossier WHERE id = $1
            """).With(id.Value).FirstAsync(row => DossierState.Read(row.GetString(13), new Dossier
        {
            Id = id,
            Code = row.GetString(0),
            Version = new(row.GetInt64(1)),
            CaseKey = row.GetString(2),
            Agency = row.GetInt64(3),
            Channel = (Channel)row.GetInt32(4),
            Status = (DossierStatus)row.GetInt32(5),
            SubmittedAt = CityTime.FromUnixMicroseconds(row.GetInt64(6)),
            ReceivedAt = At(row, 7),
            CompletedAt = At(row, 8),
            ReturnedAt = At(row, 9),
            Outcome = row.IsDBNull(10) ? null : (DossierOutcome)row.GetInt32(10),
            Revision = row.GetInt64(11),
            LastSequence = row.IsDBNull(12) ? null : row.GetInt64(12),
        }));

    public static async ValueTask InsertAsync(WriteSession session, Decision decision, string applicantName)
    {
        var last = await AppendAsync(session, decision, null);
        decision.Wrote(revision: 1, last);
        var dossier = decision.After;
        var procedure = decision.Context.Procedure;
        await session.Sql("""
            INSERT INTO dossiers_dossier (id, code, procedure_id, version_id, case_key, field, agency_id, channel, online_level, applicant_name, submitted_at,
              status, received_at, first_due_date, due_date, due_at, completed_at, returned_at, outcome, revision, last_sequence, state, applicant_folded)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1, $20, $21, $22)
            """)
            .With(dossier.Id.Value).With(dossier.Code).With(procedure.ProcedureId.Value).With(procedure.Id.Value).With(dossier.CaseKey).With(procedure.Field)
            .With(dossier.Agency).WithInt((int)dossier.Channel).WithInt((int)procedure.OnlineLevel).With(applicantName).With(dossier.SubmittedAt)
            .WithInt((int)dossier.Status).With(dossier.ReceivedAt).With(dossier.Clock?.FirstDue.Date).With(dossier.Clock?.CurrentDue.Date).With(dossier.Clock?.CurrentDue.At)
            .With(dossier.CompletedAt).With(dossier.ReturnedAt).WithInt((int?)dossier.Outcome).With(last).With(decision.Texts.State).With(FoldedName.Of(applicantName)).LaterAsync();
        await StepStore.WriteAsync(session, decision);
    }

    /// <summary>Writes a decision.</summary>
    /// <exception cref="StaleDossierException">The dossier has moved on since it was read; the session has to be undone.</exception>
    public static async ValueTask UpdateAsync(WriteSession session, Decision decision)
    {
        if (decision.Events.Count == 0) return;
        var (before, dossier) = (decision.Before, decision.After);
        var last = await AppendAsync(session, decision, before.LastSequence);
        await session.Sql("""
            UPDATE dossiers_dossier SET status = $1, received_at = $2, first_due_date = $3, due_date = $4, due_at = $5, completed_at = $6, returned_at = $7,
              outcome = $8, revision = revision + 1, state = $9, last_sequence = $10
            WHERE id = $11 AND revision = $12
            """)
            .WithInt((int)dossier.Status).With(dossier.ReceivedAt).With(dossier.Clock?.FirstDue.Date).With(dossier.Clock?.CurrentDue.Date).With(dossier.Clock?.CurrentDue.At)
            .With(dossier.CompletedAt).With(dossier.ReturnedAt).WithInt((int?)dossier.Outcome).With(decision.Texts.State).With(last)
            .With(dossier.Id.Value).With(before.Revision).LaterAsync(untouched: () => new StaleDossierException());
        decision.Wrote(before.Revision + 1, last);
        await StepStore.WriteAsync(session, decision);
    }

    private static async ValueTask<long?> AppendAsync(WriteSession session, Decision decision, long? previous)
    {
        foreach (var occurred in decision.Texts.Events)
            previous = await session.AppendAsync(DossierEvent.Stream, decision.After.Id.Value, previous, occurred, decision.Actor, decision.Now);
        return previous;
    }

    private static Instant? At(SqlRow row, int column) =>
        row.IsDBNull(column) ? null : CityTime.FromUnixMicroseconds(row.GetInt64(column));
}
