using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Sends the work back to an earlier step, with the reason.</summary>
public sealed class ReturnStep(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, string toNode, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.SendBack(task, toNode, reason), revision);
}
