using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Moving a due date: at most once, with an apology, before it passes (NĐ 118/2025 Đ19 k6).</summary>
internal static class Extending
{
    public static void Extend(this Decision decision, LocalDate newDate, string reason)
    {
        var dossier = decision.After;
        decision.RequireAgency();
        if (dossier.Clock is not { IsPaused: false } clock || dossier.Status is not (DossierStatus.Received or DossierStatus.Processing))
            throw new RuleBroken("extend.status", "Hồ sơ đang “{0}”, không có thời hạn đang chạy để gia hạn.", dossier.Status.Name());
        if (clock.ExtensionCount >= dossier.Rules.Extensions)
            throw new RuleBroken("extend.once", "Ngày hẹn trả chỉ được dời tối đa {0} lần ({1}, Điều 19 khoản 6).", dossier.Rules.Extensions, dossier.Rules.Decree);
        if (decision.Today > clock.CurrentDue.Date.PlusDays(-dossier.Rules.ApologyLeadDays))
            throw new RuleBroken("extend.late", "Thư xin lỗi và ngày hẹn mới phải gửi trước ngày hẹn trả ít nhất {0} ngày.", dossier.Rules.ApologyLeadDays);
        if (newDate <= clock.CurrentDue.Date) throw new RuleBroken("extend.earlier", "Ngày hẹn mới phải sau ngày hẹn hiện tại.");
        if (!decision.Context.Calendar.IsWorkingDay(newDate)) throw new RuleBroken("extend.dayOff", "Ngày hẹn mới rơi vào ngày nghỉ; chọn một ngày làm việc.");

        var why = RequiredText.Of(reason, "Nêu lý do chậm; lý do được ghi trong thư xin lỗi.");
        var before = clock.CurrentDue.At;
        var due = new DueDate(newDate, decision.Context.Calendar.ClosingTime(newDate), !decision.Context.Calendar.IsPublished(newDate.Year));
        decision.Clock(clock.Extend(due, decision.Now, why, decision.Actor.Name));
        foreach (var step in decision.After.Open.Values.Where(step => step.DueAt == before)) decision.Emit(new StepDueMoved(step.Task, due.At));
    }
}
