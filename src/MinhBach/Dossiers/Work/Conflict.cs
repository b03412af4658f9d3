using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Somebody else was faster: what the person saw, what is there now, and what happened between.</summary>
internal sealed record Conflict(DossierView Dossier, Instant SeenAt, IReadOnlyList<StepView> Seen, IReadOnlyList<JournalEntry> Between)
{
    public static Conflict Since(long? seenEntry, DossierView dossier)
    {
        var before = dossier.History.TakeWhile(entry => entry.Position.Sequence <= (seenEntry ?? 0)).ToList();
        var at = before.Count > 0 ? before[^1].At : dossier.SubmittedAt;
        return new(
            dossier, at,
            [.. dossier.Steps.Where(step => step.OpenedAt <= at && (step.EndedAt is not { } ended || ended > at))],
            [.. dossier.History.Skip(before.Count)]);
    }
}
