using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Publish;

namespace MinhBach.Monitoring.Integrity;

/// <summary>One pattern: what it is, where it is found most, and the findings with their evidence.</summary>
[Authorize(Policies.Integrity)]
internal sealed class PatternPage(IntegrityRoom room) : PageModel
{
    private const int PageSize = 50;

    public BoardQuery Asked { get; private set; } = null!;

    public PatternFindings Figures { get; private set; } = null!;

    public Pattern Pattern => Figures.Pattern;

    public FindingFilter Filter { get; private set; } = null!;

    public IReadOnlyList<MarkedFinding> Findings { get; private set; } = [];

    /// <summary>Codes of their dossiers, by id.</summary>
    public IReadOnlyDictionary<long, string> Codes { get; private set; } = new Dictionary<long, string>();

    public string? Next { get; private set; }

    public BoardNames Names => room.Names;

    public async Task<IActionResult> OnGetAsync(
        [FromRoute(Name = "mau")] string slug, [FromQuery(Name = "co-quan")] long? agency, [FromQuery(Name = "danh-gia")] string? mark, [FromQuery(Name = "sau")] long? after, CancellationToken cancellation)
    {
        if (Integrity.Patterns.Find(slug) is not { } pattern) return NotFound();
        Asked = room.Read(Request.Query);
        Filter = new(Asked.Period, agency, MarkSlugs.Find(mark));
        Figures = (await room.Figures.OfAsync(Asked.Period, cancellation)).First(figures => figures.Pattern == pattern);
        Findings = await room.Findings.ListAsync(pattern.Kind, Filter, after, PageSize + 1, cancellation);
        if (Findings.Count > PageSize)
        {
            Findings = [.. Findings.Take(PageSize)];
            Next = List(Filter, Findings[^1].Finding.Id);
        }

        Codes = await room.Dossiers.CodesAsync(Findings.Select(marked => marked.Finding.DossierId), cancellation);
        return Page();
    }

    /// <summary>The address of the findings of a filter.</summary>
    public string List(FindingFilter filter, long? after = null) => IntegrityRoom.Address(
        Asked, Pattern.Slug, ("co-quan", filter.Agency?.ToString(CultureInfo.InvariantCulture)), ("danh-gia", filter.Mark is { } mark ? MarkSlugs.Of(mark) : null),
        ("sau", after?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>How many findings of a verdict there are; null when one agency is looked at.</summary>
    public int? CountOf(MarkFilter? mark)
    {
        if (Filter.Agency is not null) return null;
        return mark is { } one ? Figures[one] : Figures.Count;
    }
}
