using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Answers a question of another agency.</summary>
public sealed class GiveOpinion(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, string answer, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.GiveOpinion(task, answer), revision);
}
