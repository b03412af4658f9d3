using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Organization.Boundaries;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Wall;

/// <summary>The city at a glance, for a large screen on a wall; right without scripts and on a phone too.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class WallPage(WallCount count, BoundaryMap map) : PageModel
{
    public WallFigures Figures { get; private set; } = null!;

    /// <summary>The city's areas; none until they were brought in.</summary>
    public BoundaryFile Boundaries => map.Current;

    public void OnGet() => Figures = count.Current;
}
