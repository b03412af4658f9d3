using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.Browse;

internal sealed record UnitLine(Unit Unit, Person? Head);

[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class AgencyPageModel(
    OrganizationLookup organization, CityCalendars calendars, IEnumerable<IUnitPanel> panels, TimeProvider clock, Words words) : PageModel
{
    public OrganizationMap Map { get; } = organization.Current;

    public LocalDate Today { get; } = clock.Today();

    public Agency Agency { get; private set; } = null!;

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    public IReadOnlyList<Agency> Below { get; private set; } = [];

    public IReadOnlyList<Succession> Before { get; private set; } = [];

    public IReadOnlyList<Succession> After { get; private set; } = [];

    public IReadOnlyList<ShownPanel> Panels { get; private set; } = [];

    public IReadOnlyList<string> DeskHours { get; private set; } = [];

    /// <summary>When the desk opens next; null while it is open.</summary>
    public Instant? OpenAgain { get; private set; }

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
        (DeskHours, OpenAgain) = Desk(agency);
        Panels = await ShownPanel.AllAsync(panels, panel => panel.RenderAsync(agency, cancellation));
        return Page();
    }

    private (IReadOnlyList<string> Hours, Instant? OpenAgain) Desk(Agency agency)
    {
        var now = clock.Now();
        var desk = calendars.ServiceHours(agency);
        return ([.. Organization.DeskHours.Lines(agency.DeskHours ?? calendars.For(agency.Id).Hours.On(Today), words)], desk.IsOpen(now) ? null : desk.NextOpening(now));
    }

    private Person? HeadOf(Unit unit, LocalDate on)
    {
        var posts = Map.PostsOf(unit.Id, on).ToList();
        var head = posts.Find(post => post.Role is PostRole.Leader or PostRole.HeadOfUnit) ?? posts.FirstOrDefault();
        return head is null ? null : Map.HolderOf(head.Id, on);
    }
}
