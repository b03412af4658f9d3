using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Dossiers;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Held;

/// <summary>What the log holds of one's own dossier, to look at and to take along.</summary>
internal sealed class ProofsPage(TrackedDossiers dossiers, DossierProofs proofs, LogHome home, Cosigners cosigners) : PageModel
{
    public const string Name = "bang-chung";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public DossierView Dossier { get; private set; } = null!;

    public IReadOnlyList<ProvenEvent> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : Redirect(TrackedDossiers.Address(Code));

    public async Task<IActionResult> OnGetOneAsync([FromQuery(Name = "so")] int number)
    {
        if (!await ReadAsync()) return Redirect(TrackedDossiers.Address(Code));
        if (number < 1 || number > Entries.Count || Entries[number - 1].Proof is not { } proof) return NotFound();
        return File(proof.ToBytes(), "application/octet-stream", $"{Dossier.Code}-{number}{LogProof.FileExtension}");
    }

    public async Task<IActionResult> OnGetAllAsync()
    {
        if (!await ReadAsync()) return Redirect(TrackedDossiers.Address(Code));
        if (home.Published() is not [var log, ..] || Entries.All(entry => entry.Proof is null)) return NotFound();
        VerifierKey[] witnesses = cosigners.Policy() is { } policy ? [.. policy.Witnesses.Select(witness => witness.Key)] : [];
        var file = new HistoryFile(Dossier.Code, log, witnesses, [.. Entries.Select(entry => entry.Proof).OfType<LogProof>()]);
        return File(file.ToBytes(), "application/octet-stream", Dossier.Code + HistoryFile.FileExtension);
    }

    private async Task<bool> ReadAsync()
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await dossiers.FindAsync(HttpContext, Code) is not { } found) return false;
        Dossier = found;
        Entries = await proofs.OfAsync(found, HttpContext.RequestAborted);
        return true;
    }
}
