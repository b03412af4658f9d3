using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Keeps the rows of steps and timers beside the dossier, for the inboxes and the clock.</summary>
internal static class StepStore
{
    public static async ValueTask WriteAsync(WriteSession session, Decision decision)
    {
        var (id, procedure) = (decision.After.Id.Value, decision.Context.Procedure.ProcedureId.Value);
        foreach (var occurred in decision.Events)
        {
            switch (occurred)
            {
                case StepOpened opened:
                    await OpenAsync(session, id, procedure, opened.Task, opened.Node, opened.Name, opened.Role, opened.Agency, opened.Unit, decision.Now, opened.DueAt, null);
                    break;
                case OpinionAsked asked:
                    await OpenAsync(session, id, procedure, asked.Task, "opinion", "Cho ý kiến", null, asked.Agency, asked.Unit, decision.Now, asked.DueAt, asked.Question);
                    break;
                case StepAssigned assigned:
                    await session.Sql("UPDATE dossiers_task SET unit_id = $1, person_id = $2, person_name = $3, claimed_at = $4 WHERE dossier_id = $5 AND task = $6")
                        .With(assigned.Unit).With(assigned.Person).With(assigned.PersonName).With(decision.Now).With(id).WithInt(assigned.Task).LaterAsync();
                    break;
                case StepDueMoved moved:
                    await session.Sql("UPDATE dossiers_task SET due_at = $1 WHERE dossier_id = $2 AND task = $3").With(moved.DueAt).With(id).WithInt(moved.Task).LaterAsync();
                    break;
                case StepDone done:
                    await EndAsync(session, decision, done.Task, "done", done.Choice, done.Note);
                    break;
                case StepReturned returned:
                    await EndAsync(session, decision, returned.Task, "returned", returned.ToNode, returned.Reason);
                    break;
                case StepCancelled cancelled:
                    await EndAsync(session, decision, cancelled.Task, "cancelled", null, null);
                    break;
                case OpinionGiven given:
                    await EndAsync(session, decision, given.Task, "answered", null, given.Answer);
                    break;
                case SupplementRequested asked:
                    await ArmAsync(session, id, TimerRow.SupplementTimer, asked.AnswerBy.PlusDays(1).AtStartOfDayInZone(CityTime.Zone).ToInstant());
                    break;
                case DossierSupplemented:
                    await DisarmAsync(session, id, TimerRow.SupplementTimer);
                    break;
            }
        }

        foreach (var (timer, at) in decision.Timers) await ArmAsync(session, id, timer, at);
        foreach (var timer in decision.EndedTimers) await DisarmAsync(session, id, timer);
    }

    public static async ValueTask DisarmAsync(WriteSession session, long id, int timer) =>
        await session.Sql("DELETE FROM dossiers_timer WHERE dossier_id = $1 AND timer = $2").With(id).WithInt(timer).LaterAsync();

    private static async ValueTask ArmAsync(WriteSession session, long id, int timer, Instant at) =>
        await session.Sql("""
            INSERT INTO dossiers_timer (dossier_id, timer, due_at) VALUES ($1, $2, $3)
            ON CONFLICT (dossier_id, timer) DO UPDATE SET due_at = excluded.due_at
            """).With(id).WithInt(timer).With(at).LaterAsync();

    private static async ValueTask OpenAsync(
        WriteSession session, long id, long procedure, int task, string node, string name, string? role, long agency, long unit, Instant now, Instant? due, string? question) =>
        await session.Sql("""
            INSERT INTO dossiers_task (dossier_id, task, procedure_id, node, name, role, agency_id, unit_id, opened_at, due_at, question)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """).With(id).WithInt(task).With(procedure).With(node).With(name).With(role).With(agency).With(unit).With(now).With(due).With(question).LaterAsync();

    private static async ValueTask EndAsync(WriteSession session, Decision decision, int task, string ending, string? choice, string? note) =>
        await session.Sql("""
            UPDATE dossiers_task SET ended_at = $1, ended_by = $2, ended_by_name = $3, ending = $4, choice = $5, note = $6,
              person_id = COALESCE(person_id, $2), person_name = COALESCE(person_name, $3) WHERE dossier_id = $7 AND task = $8
            """)
            .With(decision.Now).With(decision.Actor.PersonId).With(decision.Actor.Name).With(ending).With(choice).With(note)
            .With(decision.After.Id.Value).WithInt(task).LaterAsync();
}
