using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>What each event makes of a dossier. Moves of the status and of the clock are made by the decision itself.</summary>
internal static class Applying
{
    public static Dossier Apply(this Dossier dossier, DossierEvent occurred, Actor actor, Instant now) => occurred switch
    {
        DossierSubmitted submitted => dossier with
        {
            Code = submitted.Code,
            Version = new(submitted.Version),
            CaseKey = submitted.CaseKey,
            Agency = submitted.Agency,
            Channel = submitted.Channel,
            SubmittedAt = now,
        },
        DossierReceived received => dossier with { ReceivedAt = now, Rules = RuleSet.Named(received.RuleSet) },
        SupplementRequested asked => dossier with
        {
            Supplement = new([.. asked.Items], asked.Reason, now, asked.AnswerBy, asked.BeforeReception, dossier.Status),
            SupplementsBeforeReception = dossier.SupplementsBeforeReception + (asked.BeforeReception ? 1 : 0),
            SupplementsAfterReception = dossier.SupplementsAfterReception + (asked.BeforeReception ? 0 : 1),
        },
        DossierSupplemented => dossier with { Supplement = null },
        StepOpened opened => dossier with
        {
            Open = dossier.Open.Add(opened.Task, new(opened.Task, opened.Node, opened.Name, opened.Role, opened.Agency, opened.Unit, null, null, now, opened.DueAt)),
        },
        OpinionAsked asked => dossier with
        {
            Open = dossier.Open.Add(asked.Task, new(asked.Task, "opinion", "Cho ý kiến", null, asked.Agency, asked.Unit, null, null, now, asked.DueAt, asked.Question)),
        },
        StepAssigned assigned => dossier with
        {
            Open = dossier.Open.SetItem(assigned.Task, dossier.Open[assigned.Task] with { Unit = assigned.Unit, Person = assigned.Person, PersonName = assigned.PersonName }),
        },
        StepDueMoved moved => dossier with { Open = dossier.Open.SetItem(moved.Task, dossier.Open[moved.Task] with { DueAt = moved.DueAt }) },
        StepDone done => Close(dossier, done.Task, actor),
        StepReturned returned => Close(dossier, returned.Task, actor: null),
        StepCancelled cancelled => Close(dossier, cancelled.Task, actor: null),
        OpinionGiven given => Close(dossier, given.Task, actor),
        PaymentAsked asked => dossier with { Payment = new(asked.AmountDong, asked.For, now) },
        DossierPaid => dossier with { Payment = null },
        DossierCompleted completed => dossier with { CompletedAt = now, Outcome = completed.Outcome },
        ResultReturned => dossier with { ReturnedAt = now },
        ErrorFound found => dossier with { Correction = new(found.What, found.DueAt) },
        ErrorCorrected => dossier with { Correction = null },
        _ => dossier,
    };

    private static Dossier Close(Dossier dossier, int task, Actor? actor)
    {
        var step = dossier.Open[task];
        return dossier with
        {
            Open = dossier.Open.Remove(task),
            Done = actor is null ? dossier.Done : dossier.Done.Add(new(task, step.Node, step.Role, actor.PersonId)),
        };
    }
}
