using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;

namespace MinhBach.Mining.Imported;

/// <summary>The cases behind one count of another system's log.</summary>
[Authorize(Policies.Staff)]
internal sealed class ImportedCases(ImportedRoom room) : PageModel
{
    private const int PageSize = 50;

    public ImportedLog Log { get; private set; } = null!;

    public ImportedMeasure Measure { get; private set; } = ImportedMeasures.All;

    public IReadOnlyList<ImportedLine> Lines { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>What part of the board this is; null for all of it.</summary>
    public string? About { get; private set; }

    public string? Next { get; private set; }

    /// <summary>Whether any case shown is open and due.</summary>
    public bool HasChances => Lines.Any(line => line.Chance is not null);

    public ImportedSight Sight => room.Sight;

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "slug")] string slug, [FromQuery(Name = "dem")] string? measure, CancellationToken cancellation)
    {
        if (await room.FindAsync(slug, cancellation) is not { } log || ImportedMeasures.Find(measure) is not { } counted || ImportedFilter.Read(log, Request.Query) is not { } filter) return NotFound();
        (Log, Measure, About) = (log, counted, room.Sight.Told(log, filter));
        var all = log.Behind(counted, filter).ToList();
        Count = all.Count;
        var after = ImportedFilter.Number(Request.Query, "sau") ?? -1;
        var shown = all.Where(line => line.Place > after).Take(PageSize + 1).ToList();
        if (shown.Count > PageSize)
        {
            shown.RemoveAt(PageSize);
            Next = filter.Address(log.Source, counted, shown[^1].Place);
        }

        Lines = shown;
        return Page();
    }
}
