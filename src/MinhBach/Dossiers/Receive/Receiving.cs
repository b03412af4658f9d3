using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>Handing in and taking in (NĐ 118/2025 Đ17).</summary>
internal static class Receiving
{
    public static void Submit(this Decision decision, string code, long agency, Channel channel, string caseKey)
    {
        var procedure = decision.Context.Procedure;
        decision.Emit(new DossierSubmitted(code, procedure.Id.Value, procedure.ProcedureId.Value, procedure.Field, caseKey, agency, channel, procedure.OnlineLevel));
        decision.OpenReception();
    }

    /// <summary>Puts the dossier on the desk: an answer is due within 8 working hours (Đ17 k2).</summary>
    public static void OpenReception(this Decision decision)
    {
        var desk = decision.Context.UnitFor(decision.After.Agency, StepUnits.OneStop, decision.Today);
        var rules = RuleSet.On(decision.Today);
        var due = decision.Context.Calendar.Add(decision.Now, WorkingDuration.FromHours(rules.ReceptionHours));
        decision.Emit(new StepOpened(-decision.After.SupplementsBeforeReception, "reception", "Kiểm tra, tiếp nhận hồ sơ", StepRoles.OneStopOfficer, desk.Agency.Value, desk.Id.Value, due));
    }

    public static void Receive(this Decision decision)
    {
        var step = decision.RequireReception();
        var rules = RuleSet.On(decision.Today);
        var ledger = decision.Context.TermFor(decision.After.Channel) is { } term
            ? DueLedger.Start(decision.Context.Calendar, term, rules.Counting, decision.Now, decision.Actor.Name)
            : null;
        var due = ledger?.FirstDue;
        decision.Emit(new StepDone(step.Task, step.Node, null, null));
        decision.MoveTo(DossierStatus.Received);
        decision.Emit(new DossierReceived(rules.Name, step.Unit, due?.Date, due?.At, due?.IsProvisional ?? false));
        decision.Clock(ledger);
        decision.Advance(new StartProcess());
    }

    public static void Decline(this Decision decision, string reason)
    {
        var step = decision.RequireReception();
        decision.Emit(new StepDone(step.Task, step.Node, "declined", null));
        decision.MoveTo(DossierStatus.NotAccepted);
        decision.Emit(new DossierDeclined(RequiredText.Of(reason, "Nêu lý do không tiếp nhận hồ sơ.")));
    }

    private static OpenStep RequireReception(this Decision decision)
    {
        if (decision.After.Status != DossierStatus.AwaitingReception)
            throw new RuleBroken("dossier.notAwaiting", "Hồ sơ không còn chờ tiếp nhận (đang “{0}”).", decision.After.Status.Name());
        var step = decision.After.Open.Values.First(open => open.IsReception);
        decision.RequireWork(step);
        return step;
    }
}
