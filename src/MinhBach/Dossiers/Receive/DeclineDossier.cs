using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Does not take a dossier in, with the reason.</summary>
public sealed class DeclineDossier(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Decline(reason), revision);
}
