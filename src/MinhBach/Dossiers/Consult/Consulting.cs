using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>Asking another agency: question, deadline and answer are all recorded; the dossier is still counted once (NĐ 118/2025 Đ19 k4).</summary>
internal static class Consulting
{
    public static void AskOpinion(this Decision decision, int task, long agency, string question, int workingDays)
    {
        decision.RequireStep(task);
        decision.RequireWorkable();
        if (agency == decision.After.Agency) throw new RuleBroken("opinion.self", "Chọn một cơ quan khác để xin ý kiến.");
        if (workingDays is < 1 or > 60) throw new RuleBroken("opinion.days", "Thời hạn trả lời từ 1 đến 60 ngày làm việc.");
        var unit = decision.Context.UnitFor(agency, StepUnits.ProcessingUnit, decision.Today);
        var due = TermClock.Due(decision.Context.Calendar, Term.WorkingDays(workingDays), decision.After.Rules.Counting, decision.Now);
        var number = OpenStep.FirstOpinion + decision.After.Done.Count + decision.After.Open.Count;
        decision.Emit(new OpinionAsked(number, agency, unit.Id.Value, RequiredText.Of(question, "Ghi nội dung cần xin ý kiến."), due.At));
    }

    public static void GiveOpinion(this Decision decision, int task, string answer)
    {
        var step = decision.RequireStep(task);
        if (!step.IsOpinion) throw new RuleBroken("opinion.none", "Bước này không phải yêu cầu cho ý kiến.");
        decision.Emit(new OpinionGiven(task, step.Agency, RequiredText.Of(answer, "Ghi ý kiến trả lời.")));
    }
}
