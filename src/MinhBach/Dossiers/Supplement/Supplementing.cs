using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Asking for what is missing, once and all of it, and what that does to the clock (NĐ 118/2025 Đ16 k3, Đ19 k5).</summary>
internal static class Supplementing
{
    public static void RequestSupplement(this Decision decision, IReadOnlyList<string> items, string reason)
    {
        var dossier = decision.After;
        string[] needs = [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];
        if (needs.Length == 0) throw new RuleBroken("supplement.nothing", "Chọn hoặc ghi ít nhất một giấy tờ còn thiếu.");
        var why = RequiredText.Of(reason, "Nêu lý do yêu cầu bổ sung.");
        var atDesk = dossier.Status == DossierStatus.AwaitingReception;
        if (!atDesk && dossier.Status is not (DossierStatus.Received or DossierStatus.Processing))
            throw new RuleBroken("supplement.status", "Không thể yêu cầu bổ sung khi hồ sơ “{0}”.", dossier.Status.Name());
        if ((atDesk ? dossier.SupplementsBeforeReception : dossier.SupplementsAfterReception) > 0)
            throw new RuleBroken("supplement.once", "Chỉ được yêu cầu bổ sung một lần; mọi giấy tờ còn thiếu phải nêu trong một phiếu (NĐ 118/2025, Điều 16 khoản 3).");
        decision.RequireSomeStep();

        var rules = dossier.IsReceived ? dossier.Rules : RuleSet.On(decision.Today);
        var answerBy = decision.Today.PlusDays(rules.SupplementAnswerDays);
        decision.Emit(new SupplementRequested(needs, why, answerBy, atDesk, NoticeIsLate(decision, rules)));
        if (atDesk)
        {
            var step = dossier.Open.Values.First(open => open.IsReception);
            decision.Emit(new StepDone(step.Task, step.Node, "supplement", null));
        }
        else if (dossier.Clock is { IsPaused: false } clock)
        {
            decision.Clock(clock.Pause(decision.Context.Calendar, decision.Now, "Chờ bổ sung hồ sơ", decision.Actor.Name));
        }

        decision.MoveTo(DossierStatus.AwaitingSupplement);
    }

    public static void Supply(this Decision decision)
    {
        if (decision.After.Supplement is not { } asked)
            throw new RuleBroken("supplement.notAsked", "Hồ sơ hiện không có yêu cầu bổ sung.");
        decision.Emit(new DossierSupplemented(asked.BeforeReception));
        decision.MoveTo(asked.From);
        if (asked.BeforeReception)
        {
            decision.OpenReception();
            return;
        }

        if (decision.After.Clock is { IsPaused: true } clock)
        {
            decision.Clock(decision.After.Rules.OnSupplement switch
            {
                OnSupplement.Restart => clock.Restart(decision.Context.Calendar, decision.Now, term: null, "Hồ sơ đã bổ sung đầy đủ, thời hạn tính lại từ đầu", decision.Actor.Name),
                OnSupplement.Pause => clock.Resume(decision.Context.Calendar, decision.Now, "Hồ sơ đã bổ sung đầy đủ", decision.Actor.Name),
            });
        }

        decision.RenewSteps();
    }

    /// <summary>Nothing came within the days given: the dossier is closed (Đ19 k5).</summary>
    public static void CloseUnanswered(this Decision decision)
    {
        // It may have been withdrawn or stopped meanwhile: then there is nothing to close.
        if (decision.After.Status != DossierStatus.AwaitingSupplement || decision.After.Supplement is not { } asked || decision.Today <= asked.AnswerBy) return;
        decision.CancelAll();
        decision.MoveTo(DossierStatus.Stopped);
        decision.Emit(new DossierStopped("Quá thời hạn bổ sung mà không nhận được giấy tờ yêu cầu."));
    }

    private static bool NoticeIsLate(Decision decision, RuleSet rules) =>
        decision.After.ReceivedAt is { } received
        && decision.Context.Calendar.CountWorkingDays(decision.Context.Calendar.DateOf(received), decision.Today) > rules.SupplementNoticeDays;
}
