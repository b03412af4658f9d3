using MinhBach.Bpmn;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Taking, passing on, doing and sending back steps.</summary>
internal static class Working
{
    public static OpenStep RequireStep(this Decision decision, int task)
    {
        if (!decision.After.Open.TryGetValue(task, out var step))
            throw new RuleBroken("step.closed", "Bước này đã kết thúc. Tải lại trang để xem hồ sơ đang ở đâu.");
        decision.RequireWork(step);
        return step;
    }

    public static void RequireSomeStep(this Decision decision)
    {
        foreach (var step in decision.After.Open.Values.Where(step => !step.IsOpinion)) decision.RequireWork(step);
    }

    public static void Claim(this Decision decision, int task)
    {
        var step = decision.RequireStep(task);
        if (step.Person is { } holder && holder != decision.Actor.PersonId)
            throw new RuleBroken("step.taken", "Bước này đang do {0} xử lý.", step.PersonName ?? "");
        if (step.Person is null) decision.Emit(new StepAssigned(task, step.Unit, decision.Actor.PersonId, decision.Actor.Name, null));
    }

    public static void HandOver(this Decision decision, int task, long unit, long? person, string? personName, string? reason)
    {
        var step = decision.RequireStep(task);
        if (unit != step.Unit && decision.Context.Organization.FindUnit(new(unit))?.Agency.Value != step.Agency)
            throw new RuleBroken("step.otherAgency", "Chỉ chuyển được trong cùng cơ quan; với cơ quan khác, dùng “Xin ý kiến”.");
        var why = step.Person is null && unit == step.Unit ? reason?.Trim() : RequiredText.Of(reason, "Nêu lý do chuyển người hoặc đơn vị xử lý.");
        decision.Emit(new StepAssigned(task, unit, person, personName, why));
    }

    /// <summary>Ends a step and lets the process go on.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="task">The step.</param>
    /// <param name="choice">For a step before a branching: which way, given to the process as “outcome”.</param>
    /// <param name="note">What was done, for the record.</param>
    public static void CompleteStep(this Decision decision, int task, string? choice, string? note)
    {
        var step = decision.RequireStep(task);
        decision.RequireWorkable();
        decision.RequireOtherEyes(step);
        if (step.IsReception) throw new RuleBroken("step.reception", "Hồ sơ chờ tiếp nhận: chọn tiếp nhận, yêu cầu bổ sung hoặc từ chối.");
        if (step.IsOpinion) throw new RuleBroken("step.opinion", "Bước cho ý kiến kết thúc bằng ý kiến trả lời.");
        if (step.Task == OpenStep.ReturnOfRefusal || decision.Context.Process.FindNode(step.Node) is { } node && Completing.IsReturnStep(node))
            throw new RuleBroken("step.return", "Bước trả kết quả kết thúc khi trả kết quả cho người nộp.");
        if (decision.After.Open.Values.FirstOrDefault(open => open.IsOpinion && open.DueAt > decision.Now) is { } opinion)
            throw new RuleBroken("step.opinionOpen", "Đang chờ ý kiến của cơ quan khác đến hết hạn trả lời: “{0}”.", opinion.Question ?? "");
        decision.Emit(new StepDone(task, step.Node, choice, note?.Trim()));
        decision.Advance(new CompleteTask(task, FeelContext.Of(("outcome", choice ?? ""), ("returned", false))));
    }

    public static void SendBack(this Decision decision, int task, string toNode, string reason)
    {
        var step = decision.RequireStep(task);
        decision.RequireWorkable();
        if (!decision.After.Done.Exists(done => done.Node == toNode) || toNode == step.Node || decision.Context.Process.FindNode(toNode) is null)
            throw new RuleBroken("step.noReturn", "Chỉ trả lại được cho bước đã qua.");
        decision.Emit(new StepReturned(task, step.Node, toNode, RequiredText.Of(reason, "Nêu lý do trả lại bước trước.")));
        decision.Advance(new JumpTo(task, toNode));
    }

    public static void RequireWorkable(this Decision decision)
    {
        if (decision.After.Status is not (DossierStatus.Received or DossierStatus.Processing or DossierStatus.Completed))
            throw new RuleBroken("dossier.notWorkable", "Hồ sơ đang “{0}”, chưa thể xử lý tiếp.", decision.After.Status.Name());
    }
}
