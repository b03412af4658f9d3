using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Ending without a result: the applicant may stop at any time before the decision (NĐ 118/2025 Đ21).</summary>
internal static class Withdrawing
{
    public static void Withdraw(this Decision decision, string reason)
    {
        RequireOpen(decision);
        if (decision.Actor.Kind == ActorKind.Official) decision.RequireAgency();
        var why = RequiredText.Of(reason, "Nêu lý do rút hồ sơ.");
        decision.CancelAll();
        decision.MoveTo(DossierStatus.Withdrawn);
        decision.Emit(new DossierWithdrawn(why));
    }

    public static void Stop(this Decision decision, string reason)
    {
        RequireOpen(decision);
        decision.RequireAgency();
        var why = RequiredText.Of(reason, "Nêu lý do dừng giải quyết hồ sơ.");
        decision.CancelAll();
        decision.MoveTo(DossierStatus.Stopped);
        decision.Emit(new DossierStopped(why));
    }

    private static void RequireOpen(Decision decision)
    {
        if (decision.After.Status.IsClosed() || decision.After.Status == DossierStatus.Completed)
            throw new RuleBroken("dossier.decided", "Hồ sơ đã có kết quả hoặc đã kết thúc (“{0}”).", decision.After.Status.Name());
    }
}
