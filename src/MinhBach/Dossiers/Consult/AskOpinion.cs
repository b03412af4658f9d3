using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Asks another agency for its opinion, with a deadline of its own.</summary>
public sealed class AskOpinion(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, long agency, string question, int workingDays, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.AskOpinion(task, agency, question, workingDays), revision);
}
