using System.Text;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Held;

/// <summary>Makes proofs for those whose dossier it is: each with the event that it commits to, where that is the applicant's business.</summary>
internal sealed class DossierProofs(EntryStore store, LogHome home)
{
    /// <summary>The entries of a dossier in their order; none where nothing was entered, or it was erased. Two queries.</summary>
    public async Task<IReadOnlyList<ProvenEvent>> OfAsync(DossierView dossier, CancellationToken cancellation)
    {
        var rows = await store.CasesAsync([dossier.Id.Value], cancellation);
        if (!rows.TryGetValue(dossier.Id.Value, out var row) || row.Newest is not { } newest) return [];
        var note = LogFiles.ShownCheckpoint(home.Folder);
        var head = note is null ? TreeHead.Empty : Checkpoint.Parse(note.Text).Head;
        var reader = new LogReader(new LogFolder(home.Folder), head.Size, head.Root);
        var journal = dossier.History.ToDictionary(entry => entry.Position.Sequence);
        var secret = Convert.FromBase64String(row.Secret);
        var entries = await store.OfCaseAsync(newest, cancellation);
        return [.. entries.Select((entry, place) => Prove(entry.Position, Encoding.UTF8.GetBytes(entry.Content), entry.Sequence is { } sequence ? journal.GetValueOrDefault(sequence) : null, place + 1))];

        ProvenEvent Prove(long position, byte[] leaf, JournalEntry? occurred, int number)
        {
            var read = LogEntryJson.Read(leaf);
            if (note is null || position >= head.Size) return new(position, read, null);
            var opened = occurred is { Event: DossierEvent told } && IsApplicants(told)
                ? new EventProof(leaf, EntryCommitment.Salt(secret, number), EntryCommitment.Text(occurred.Name, occurred.At, occurred.ActorText, occurred.Data))
                : new EventProof(leaf);
            return new(position, read, new LogProof(position, reader.ProveInclusion(position), note, opened.ToBytes()));
        }
    }

    // What officials write to each other stays with them.
    private static bool IsApplicants(DossierEvent occurred) => occurred is
        DossierSubmitted or DossierReceived or DossierDeclined or SupplementRequested or DossierSupplemented or DueChanged or PaymentAsked or DossierPaid
        or DossierCompleted or ResultReturned or DossierWithdrawn or DossierStopped or ErrorFound or ErrorCorrected;
}
