using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Takes a dossier in as complete and valid: the clock starts.</summary>
public sealed class ReceiveDossier(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Receive(), revision);
}
