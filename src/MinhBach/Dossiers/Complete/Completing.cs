using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>The end on the merits, and the return of the result.</summary>
internal static class Completing
{
    public static bool IsFirstStep(ProcessNode node) => node.Incoming.Any(flow => flow.Source.Kind == NodeKind.StartEvent);

    /// <summary>The desk's last step hands the result over: when it opens, the result is there.</summary>
    public static bool IsReturnStep(ProcessNode node) =>
        node.Step.UnitRule == StepUnits.OneStop && !IsFirstStep(node) && node.Outgoing.Count > 0 && node.Outgoing.All(flow => flow.Target.Kind == NodeKind.EndEvent);

    public static void Complete(Decision decision, DossierOutcome outcome, string? reason)
    {
        decision.MoveTo(DossierStatus.Completed);
        decision.Emit(new DossierCompleted(outcome, reason));
    }

    /// <summary>Refused on its merits, inside the term, with the reason (Đ19 k3). The refusal goes back to the desk.</summary>
    public static void Refuse(this Decision decision, int task, string reason)
    {
        var step = decision.RequireStep(task);
        if (decision.After.Status is not (DossierStatus.Received or DossierStatus.Processing) || step.IsOpinion)
            throw new RuleBroken("refuse.status", "Không thể từ chối giải quyết khi hồ sơ “{0}”.", decision.After.Status.Name());
        var why = RequiredText.Of(reason, "Nêu lý do và căn cứ pháp lý của việc từ chối.");
        decision.Emit(new StepDone(step.Task, step.Node, "refused", null));
        decision.CancelAll();
        Complete(decision, DossierOutcome.Refused, why);
        var desk = decision.Context.UnitFor(decision.After.Agency, StepUnits.OneStop, decision.Today);
        decision.Emit(new StepOpened(OpenStep.ReturnOfRefusal, "return-refusal", "Trả hồ sơ và phiếu từ chối", StepRoles.OneStopOfficer, desk.Agency.Value, desk.Id.Value, null));
    }

    public static void ReturnResult(this Decision decision, string method)
    {
        if (decision.After.Status != DossierStatus.Completed)
            throw new RuleBroken("return.status", "Hồ sơ đang “{0}”, chưa có kết quả để trả.", decision.After.Status.Name());
        decision.RequireAgency();
        var step = decision.After.Open.Values.FirstOrDefault(open => !open.IsOpinion);
        if (step is not null) decision.Emit(new StepDone(step.Task, step.Node, null, null));
        decision.MoveTo(DossierStatus.Returned);
        decision.Emit(new ResultReturned(RequiredText.Of(method, "Ghi cách trả kết quả.")));
        if (step is not null && step.Task != OpenStep.ReturnOfRefusal) decision.Advance(new CompleteTask(step.Task));
    }
}
