using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Takes a dossier back at the applicant's wish.</summary>
public sealed class WithdrawDossier(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.Withdraw(reason), revision);
}
