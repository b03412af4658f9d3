using MinhBach.Bpmn;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Fires a timer that is due: one of the process, or the end of the days given for a supplement.</summary>
public sealed class WakeDossier(DossierDesk desk)
{
    /// <summary>Fires the timer and disarms it.</summary>
    /// <exception cref="RuleBroken">The process cannot take it.</exception>
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
