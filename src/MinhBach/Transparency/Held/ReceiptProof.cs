using MinhBach.Dossiers;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Held;

/// <summary>The proof of reception, printed: whoever holds the paper can show what was promised, without the city.</summary>
internal sealed class ReceiptProof(DossierProofs proofs, LogHome home, Cosigners cosigners) : IReceiptCode
{
    private const int Tries = 6;

    // Publication takes up to two seconds, and receipts are printed at once.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public string Caption => "Quét để kiểm chứng: việc này đã ghi vào nhật ký công khai, không ai sửa được";

    public async Task<string?> OfAsync(HttpContext http, DossierView dossier)
    {
        var name = dossier.ReceivedAt is null ? "dossier.submitted" : "dossier.received";
        for (var tries = 0; tries < Tries; tries++)
        {
            if (tries > 0) await Task.Delay(Pause, http.RequestAborted);
            var entries = await proofs.OfAsync(dossier, http.RequestAborted);
            // Sealed ones have no names; and what is not entered after this long is not waited for.
            if (entries is [{ Entry.Type: EntryTypes.Sealed }, ..]) return null;
            if (entries.LastOrDefault(entry => entry.Entry.Type == name) is { Proof: { } proof }) return Address(http, proof);
            if (!home.IsOpen) return null;
        }

        return null;
    }

    private string? Address(HttpContext http, LogProof proof)
    {
        if (home.Published() is not [var log, ..]) return null;
        VerifierKey[] witnesses = cosigners.Policy() is { } policy ? [.. policy.Witnesses.Select(witness => witness.Key)] : [];
        var whole = CompactProof.Write(proof, log, witnesses);
        // Small squares cannot be read off paper: then the entry has to do.
        var shortest = whole.Length <= CompactProof.LettersOnPaper ? whole
            : CompactProof.Write(new LogProof(proof.Index, proof.Hashes, proof.Note, EventProof.Read(proof.Extra.Span).WithoutEvent().ToBytes()), log, witnesses);
        return $"{http.Request.Scheme}://{http.Request.Host}/kiem-chung#{shortest}";
    }
}
