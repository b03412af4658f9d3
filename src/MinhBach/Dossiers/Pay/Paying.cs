using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Waiting for a payment that the work depends on; the clock stands still meanwhile.</summary>
internal static class Paying
{
    public static void AskPayment(this Decision decision, int task, long amountDong, string purpose)
    {
        decision.RequireStep(task);
        if (decision.After.Status != DossierStatus.Processing)
            throw new RuleBroken("payment.status", "Chỉ yêu cầu nộp tiền khi hồ sơ đang được xử lý.");
        if (amountDong is < 1 or > 100_000_000_000) throw new RuleBroken("payment.amount", "Số tiền phải từ 1 đồng đến 100 tỷ đồng.");
        var what = RequiredText.Of(purpose, "Ghi khoản phải nộp.");
        if (decision.After.Clock is { IsPaused: false } clock)
            decision.Clock(clock.Pause(decision.Context.Calendar, decision.Now, "Chờ thực hiện nghĩa vụ tài chính", decision.Actor.Name));
        decision.Emit(new PaymentAsked(amountDong, what));
        decision.MoveTo(DossierStatus.AwaitingPayment);
    }

    public static void ConfirmPayment(this Decision decision)
    {
        if (decision.After.Payment is not { } asked) throw new RuleBroken("payment.none", "Hồ sơ không chờ nộp tiền.");
        decision.RequireAgency();
        decision.Emit(new DossierPaid(asked.AmountDong));
        decision.MoveTo(DossierStatus.Processing);
        if (decision.After.Clock is { IsPaused: true } clock)
            decision.Clock(clock.Resume(decision.Context.Calendar, decision.Now, "Đã thực hiện nghĩa vụ tài chính", decision.Actor.Name));
        decision.RenewSteps();
    }
}
