using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Mining.Import;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>What another system states of one case.</summary>
[Authorize(Policies.Staff)]
internal sealed class ImportedCase(ImportedRoom room) : PageModel
{
    public ImportedLog Log { get; private set; } = null!;

    public ImportedLine Line { get; private set; } = null!;

    public ImportedCaseStated Stated { get; private set; } = null!;

    /// <summary>When this city took note of it.</summary>
    public Instant NotedAt { get; private set; }

    public ImportedSight Sight => room.Sight;

    public string? Person(string? name) => name is null ? null : room.Sight.Person(Log, name);

    /// <summary>A moment in the zone of the log's own office.</summary>
    public LocalDateTime? Local(Instant? at) => at?.InZone(Log.Source.Map.TimeZone).LocalDateTime;

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "slug")] string slug, [FromRoute(Name = "so")] long id, CancellationToken cancellation)
    {
        if (await room.FindAsync(slug, cancellation) is not { } log || log.Find(id) is not { } line || await room.Logs.StatedAsync(line, cancellation) is not { } entry) return NotFound();
        (Log, Line, Stated, NotedAt) = (log, line, entry.Stated, entry.At);
        return Page();
    }
}
