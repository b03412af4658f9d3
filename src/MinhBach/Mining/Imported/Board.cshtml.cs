using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.ProcessMining;
using MinhBach.Shell;

namespace MinhBach.Mining.Imported;

/// <summary>The board of one system's log: the figures that <c>mine</c> gives of its files, each with the way down to its cases.</summary>
[Authorize(Policies.Staff)]
internal sealed class ImportedBoard(ImportedRoom room, Words words) : PageModel
{
    private const int MostMonths = 60;
    private const int MostParts = 50;
    private const int Few = 15;

    public ImportedLog Log { get; private set; } = null!;

    public ImportedSight Sight => room.Sight;

    public LogSummary Summary => Log.Report.Summary;

    public IReadOnlyList<ImportedMonth> Months { get; private set; } = [];

    /// <summary>The parts by each attribute: its place, its values, and how many more there are.</summary>
    public IReadOnlyList<(int Part, IReadOnlyList<ImportedPart> Parts, int More)> Sections { get; private set; } = [];

    public IEnumerable<ActivityNode> Steps => Log.Report.Map.Activities.OrderByDescending(step => step.Frequency).ThenBy(step => step.Name, StringComparer.Ordinal);

    public IEnumerable<Bottleneck> Waits => Bottlenecks.OfArcs(Log.Report.Map).Take(Few);

    /// <summary>Open cases that are likeliest to be late.</summary>
    public IReadOnlyList<ImportedLine> Endangered => [.. Log.Endangered.Take(Few)];

    public IEnumerable<Variant> Ways => Log.Report.Variants.ByFrequency.Take(Few);

    public HtmlString Picture => new(ArcDiagram.Draw(words, Log.Report.Map, Log.Report.Variants));

    /// <summary>Share of the cases done with a due date that kept it; null when there is none.</summary>
    public double? Rate => Summary.OnTime + Summary.Late == 0 ? null : Summary.OnTime / (double)(Summary.OnTime + Summary.Late);

    /// <summary>The address of the cases behind a count.</summary>
    public string List(ImportedMeasure measure, ImportedFilter? filter = null) => (filter ?? ImportedFilter.None).Address(Log.Source, measure);

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "slug")] string slug, CancellationToken cancellation)
    {
        if (await room.FindAsync(slug, cancellation) is not { } log) return NotFound();
        Log = log;
        var months = log.Months();
        Months = [.. months.Skip(Math.Max(0, months.Count - MostMonths))];
        Sections =
        [
            .. Enumerable.Range(0, log.Values.Count).Select(part => (part, Parts: log.PartsBy(part)))
                .Select(section => (section.part, (IReadOnlyList<ImportedPart>)[.. section.Parts.Take(MostParts)], Math.Max(0, section.Parts.Count - MostParts))),
        ];
        return Page();
    }
}
