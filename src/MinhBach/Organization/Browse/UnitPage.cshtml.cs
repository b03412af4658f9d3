using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Browse;

internal sealed record PostLine(Post Post, IReadOnlyList<PostHolder> Holders);

[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class UnitPageModel(OrganizationLookup organization, IEnumerable<IUnitPanel> panels, TimeProvider clock) : PageModel
{
    public OrganizationMap Map { get; } = organization.Current;

    public LocalDate Today { get; } = clock.Today();

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    public IReadOnlyList<ShownPanel> Panels { get; private set; } = [];

    public bool MayEdit => User.IsInRole(PostRoles.Key(PostRole.HomeAffairs)) || User.IsInRole(PostRoles.Key(PostRole.Administrator));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (Map.FindUnit(new(id)) is not { } unit) return NotFound();
        Unit = unit;
        var on = (unit.To ?? Map.Agency(unit.Agency).To) is { } last && last < Today ? last : Today;
        Posts = [.. Map.PostsOf(unit.Id, on).Select(post => new PostLine(post, Map.HoldersOf(post.Id, on)))];
        Panels = await ShownPanel.AllAsync(panels, panel => panel.RenderAsync(unit, cancellation));
        return Page();
    }
}
