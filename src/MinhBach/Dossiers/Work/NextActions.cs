using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Something that can be done now; with the step that it is about, when it is about one.</summary>
internal sealed record NextAction(DossierAction Action, StepView? Step = null)
{
    public string Address(string code) => $"/ho-so/{code}/{Action.Slug()}" + (Step is null ? "" : $"?buoc={Step.Task}");
}

/// <summary>
/// What a person can do with a dossier now, for the buttons of its page. The rules themselves are the verbs'; this only
/// spares people buttons that would be refused.
/// </summary>
internal static class NextActions
{
    public static IReadOnlyList<NextAction> For(DossierView dossier, Actor? actor, OrganizationMap organization, LocalDate today)
    {
        if (actor is not { Kind: ActorKind.Official }) return [];
        var mine = dossier.Now.Where(step => Rights.MayWork(actor, organization, step.Agency, step.Unit, step.Role)).ToList();
        return [.. mine.SelectMany(step => OnStep(dossier, step, actor)), .. OnWhole(dossier, mine, actor, today)];
    }

    private static IEnumerable<NextAction> OnStep(DossierView dossier, StepView step, Actor actor)
    {
        if (step.IsReception)
        {
            yield return new(DossierAction.Receive);
            yield return new(DossierAction.Decline);
        }
        else if (step.IsOpinion)
        {
            yield return new(DossierAction.GiveOpinion, step);
        }
        else if (step.IsReturn)
        {
            yield return new(DossierAction.ReturnResult);
        }
        else if (IsWorkable(dossier))
        {
            if (!IsOwnWork(dossier, step, actor)) yield return new(DossierAction.Complete, step);
            if (Earlier(dossier, step).Any()) yield return new(DossierAction.SendBack, step);
            yield return new(DossierAction.AskOpinion, step);
            if (dossier.Status == DossierStatus.Processing) yield return new(DossierAction.AskPayment, step);
            yield return new(DossierAction.Refuse, step);
        }

        if (step.Person is null) yield return new(DossierAction.Claim, step);
        yield return new(DossierAction.HandOver, step);
    }

    private static IEnumerable<NextAction> OnWhole(DossierView dossier, List<StepView> mine, Actor actor, LocalDate today)
    {
        if (MayAskForPapers(dossier, mine)) yield return new(DossierAction.RequestSupplement);
        if (actor.AgencyId != dossier.Agency && mine.Count == 0) yield break;
        if (dossier.Status == DossierStatus.AwaitingSupplement) yield return new(DossierAction.SupplyPapers);
        if (MayExtend(dossier, today)) yield return new(DossierAction.Extend);
        if (dossier.Payment is not null) yield return new(DossierAction.ConfirmPayment);
        if (dossier.Correction is not null) yield return new(DossierAction.CorrectError);
        else if (dossier.Status is DossierStatus.Completed or DossierStatus.Returned) yield return new(DossierAction.FindError);
        if (dossier.Status.IsClosed() || dossier.Status == DossierStatus.Completed) yield break;
        yield return new(DossierAction.Withdraw);
        yield return new(DossierAction.Stop);
    }

    /// <summary>The steps done before, once each, that work can be sent back to.</summary>
    public static IEnumerable<StepView> Earlier(DossierView dossier, StepView step) =>
        dossier.Steps.Where(done => done is { Ending: "done", IsReception: false, IsOpinion: false } && done.Node != step.Node).DistinctBy(done => done.Node);

    private static bool IsWorkable(DossierView dossier) => dossier.Status is DossierStatus.Received or DossierStatus.Processing;

    private static bool IsOwnWork(DossierView dossier, StepView step, Actor actor) =>
        step.Role is "head-of-unit" or "leader" && dossier.Steps.Any(done => done is { Role: "specialist", Ending: "done" } && done.Person == actor.PersonId);

    private static bool MayAskForPapers(DossierView dossier, List<StepView> mine)
    {
        var atDesk = dossier.Status == DossierStatus.AwaitingReception;
        var asked = dossier.History.Any(entry => entry.Event is SupplementRequested request && request.BeforeReception == atDesk);
        return (atDesk || IsWorkable(dossier)) && !asked && mine.Any(step => !step.IsOpinion) && dossier.Now.Where(step => !step.IsOpinion).All(mine.Contains);
    }

    private static bool MayExtend(DossierView dossier, LocalDate today) =>
        IsWorkable(dossier) && dossier.Clock is { IsPaused: false } clock
        && clock.ExtensionCount < dossier.Rules.Extensions && today <= clock.CurrentDue.Date.PlusDays(-dossier.Rules.ApologyLeadDays);
}
