using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Browse;

internal sealed record UnitLine(Unit Unit, Person? Head);

internal sealed class AgencyPageModel(OrganizationLookup organization, IEnumerable<IUnitPanel> panels, TimeProvider clock) : PageModel
{
    public OrganizationMap Map { get; } = organization.Current;

    public LocalDate Today { get; } = clock.Today();

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<Agency> Below { get; private set; } = [];

    public IReadOnlyList<Succession> Before { get; private set; } = [];

    public IReadOnlyList<Succession> After { get; private set; } = [];

    public IReadOnlyList<ShownPanel> Panels { get; private set; } = [];

    public bool MayEdit => User.IsInRole(PostRoles.Key(PostRole.HomeAffairs)) || User.IsInRole(PostRoles.Key(PostRole.Administrator));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (Map.AgencyByCode(code) is not { } agency) return NotFound();
        Agency = agency;
        // What an agency was on its last day is what old papers mean by its name.
        var on = agency.To is { } last && last < Today ? last : Today;
        Units = [.. Map.UnitsOf(agency.Id, on).Select(unit => new UnitLine(unit, HeadOf(unit, on)))];
        Below = [.. Map.Children(agency.Id).Where(below => below.Stands(Today))];
        Before = [.. Map.PredecessorsOf(agency.Id)];
        After = [.. Map.SuccessorsOf(agency.Id)];
        Panels = await ShownPanel.AllAsync(panels, panel => panel.RenderAsync(agency, cancellation));
        return Page();
    }

    private Person? HeadOf(Unit unit, LocalDate on)
    {
        var posts = Map.PostsOf(unit.Id, on).ToList();
        var head = posts.Find(post => post.Role is PostRole.Leader or PostRole.HeadOfUnit) ?? posts.FirstOrDefault();
        return head is null ? null : Map.HolderOf(head.Id, on);
    }
}
