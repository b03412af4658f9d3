using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Records an officer's own error in a result.</summary>
public sealed class FindError(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string what, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.FindError(what), revision);
}
