using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Moves the due date once, with an apology, before it passes.</summary>
public sealed class ExtendDueDate(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, LocalDate newDate, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Extend(newDate, reason), revision);
}
