using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Takes a step onto one's own desk.</summary>
public sealed class ClaimStep(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Claim(task), revision);
}
