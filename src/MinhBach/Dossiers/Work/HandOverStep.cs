using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Gives a step to another person or unit of the agency.</summary>
public sealed class HandOverStep(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, long unit, long? person, string? personName, string? reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.HandOver(task, unit, person, personName, reason), revision);
}
