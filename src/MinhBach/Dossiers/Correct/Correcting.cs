using MinhBach.Kernel;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>An officer's own error is mended within 3 working days, at the agency's cost (NĐ 118/2025 Đ23 k1).</summary>
internal static class Correcting
{
    public static void FindError(this Decision decision, string what)
    {
        if (decision.After.Status is not (DossierStatus.Completed or DossierStatus.Returned))
            throw new RuleBroken("correct.status", "Chỉ đính chính sau khi đã có kết quả.");
        if (decision.After.Correction is not null) throw new RuleBroken("correct.open", "Hồ sơ đang có một sai sót chờ đính chính.");
        var due = TermClock.Due(decision.Context.Calendar, Term.WorkingDays(decision.After.Rules.CorrectionDays), decision.After.Rules.Counting, decision.Now);
        decision.Emit(new ErrorFound(RequiredText.Of(what, "Mô tả sai sót trong kết quả."), due.At));
    }

    public static void CorrectError(this Decision decision, string note)
    {
        if (decision.After.Correction is null) throw new RuleBroken("correct.none", "Hồ sơ không có sai sót chờ đính chính.");
        decision.RequireAgency();
        decision.Emit(new ErrorCorrected(RequiredText.Of(note, "Ghi nội dung đã đính chính.")));
    }
}
