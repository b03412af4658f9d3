using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Asks for a payment that the work depends on.</summary>
public sealed class AskPayment(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, int task, long amountDong, string purpose, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.AskPayment(task, amountDong, purpose), revision);
}
