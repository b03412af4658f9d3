using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Supplies what was asked for; the clock goes on or begins anew, as the dossier's rule set says.</summary>
public sealed class SupplyPapers(DossierDesk desk)
{
    /// <summary>Adds the papers and lets the work go on. The same key twice adds them once.</summary>
    /// <exception cref="RuleBroken">Nothing is asked for; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, IReadOnlyList<SubmittedPaper> papers, Actor actor, long? revision = null, IdempotencyKey? once = null) =>
        desk.RunAsync(id, actor, decision => decision.Supply(), revision, once, session => PaperStore.AddAsync(session, id.Value, papers, supplement: true));
}
