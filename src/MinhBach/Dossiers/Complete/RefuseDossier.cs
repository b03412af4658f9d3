using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Refuses a dossier on its merits, with the reason.</summary>
public sealed class RefuseDossier(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Refuse(task, reason), revision);
}
