using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Closes a dossier without a result.</summary>
public sealed class StopDossier(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Stop(reason), revision);
}
