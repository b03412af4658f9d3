using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Hands the result over.</summary>
public sealed class ReturnResult(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string method, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.ReturnResult(method), revision);
}
