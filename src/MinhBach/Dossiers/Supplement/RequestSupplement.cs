using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Asks the applicant for everything that is missing, once.</summary>
public sealed class RequestSupplement(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, IReadOnlyList<string> items, string reason, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.RequestSupplement(items, reason), revision);
}
