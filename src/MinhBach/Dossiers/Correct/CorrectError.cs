using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Notes that the error was mended.</summary>
public sealed class CorrectError(DossierDesk desk)
{
    /// <summary>Decides and writes in the dossier's lane.</summary>
    /// <exception cref="RuleBroken">A rule forbids it; nothing was written.</exception>
    public Task<DossierChange> RunAsync(DossierId id, string note, Actor actor, long? revision = null) =>
        desk.RunAsync(id, actor, decision => decision.CorrectError(note), revision);
}
