using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Ends a step; the process opens what follows.</summary>
public sealed class CompleteStep(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, string? choice, string? note, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.CompleteStep(task, choice, note), revision);
}
