using MinhBach.Bpmn;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Fires a timer that is due: one of the process, or the end of the days given for a supplement.</summary>
internal sealed class WakeDossier(DossierDesk desk)
{
    public Task<DossierChange> RunAsync(DossierId id, int timer) => desk.RunAsync(
        id,
        Actor.System,
        decision =>
        {
            if (timer == TimerRow.SupplementTimer) decision.CloseUnanswered();
            else if (decision.After.Process.Timers.Any(armed => armed.TimerNo == timer)) decision.Advance(new FireTimer(timer));
        },
        also: session => StepStore.DisarmAsync(session, id.Value, timer));
}
