using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Organization;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Browse;

/// <summary>One entry, letter by letter, and its proof. One query.</summary>
internal sealed class EntryPage(LogPages pages, LogHome home, OrganizationLookup organization) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PlacedEntry Placed { get; private set; } = null!;

    /// <summary>Whether the checkpoint that everybody sees covers it.</summary>
    public bool IsShown { get; private set; }

    public string Agency => Placed.Entry.Agency is { } code ? organization.Current.AgencyByCode(code)?.Name ?? code : "–";

    public string Json
    {
        get
        {
            using var content = JsonDocument.Parse(Placed.Content);
            return JsonSerializer.Serialize(content, Readable);
        }
    }

    /// <summary>The leaf's hash in base64.</summary>
    public string Leaf => TreeHashing.Leaf(Encoding.UTF8.GetBytes(Placed.Content)).ToString();

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "so")] long number, CancellationToken cancellation)
    {
        if (number < 1 || await pages.AtAsync(number - 1, cancellation) is not { } found) return NotFound();
        Placed = found;
        IsShown = LogFiles.ShownCheckpoint(home.Folder) is { } note && Checkpoint.Parse(note.Text).Size >= number;
        return Page();
    }

    public async Task<IActionResult> OnGetProofAsync([FromRoute(Name = "so")] long number, CancellationToken cancellation)
    {
        if (number < 1 || await pages.AtAsync(number - 1, cancellation) is not { } found || LogFiles.ShownCheckpoint(home.Folder) is not { } note) return NotFound();
        var head = Checkpoint.Parse(note.Text).Head;
        if (found.Position >= head.Size) return NotFound();
        var hashes = new LogReader(new LogFolder(home.Folder), head.Size, head.Root).ProveInclusion(found.Position);
        var proof = new LogProof(found.Position, hashes, note, new EventProof(Encoding.UTF8.GetBytes(found.Content)).ToBytes());
        return File(proof.ToBytes(), "application/octet-stream", $"{number}{LogProof.FileExtension}");
    }
}
