using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Notes that the payment was made; the work goes on.</summary>
public sealed class ConfirmPayment(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.ConfirmPayment(), revision);
}
