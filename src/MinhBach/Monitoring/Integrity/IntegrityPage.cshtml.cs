using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Monitoring.Publish;

namespace MinhBach.Monitoring.Integrity;

/// <summary>All patterns and what each found in a period.</summary>
[Authorize(Policies.Integrity)]
internal sealed class IntegrityPage(IntegrityRoom room) : PageModel
{
    public BoardQuery Asked { get; private set; } = null!;

    public IReadOnlyList<PatternFindings> Patterns { get; private set; } = [];

    /// <summary>Whether the asker has dossiers to count against: a unit has none of its own.</summary>
    public bool HasRates => room.Sight.Reach is FindingReach.City or FindingReach.Agency;

    public IntegrityTail Tail => room.Tail;

    /// <summary>Of what the counts tell.</summary>
    public string Of => room.Sight switch
    {
        { Unit: { } unit } => room.Names.Unit(unit),
        { Agency: { } agency } => room.Names.Agency(agency),
        _ => room.Words["Toàn Thành phố"],
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Asked = room.Read(Request.Query);
        if (Asked.BadFrom is { } badFrom) ModelState.AddModelError("tu", badFrom);
        if (Asked.BadTo is { } badTo) ModelState.AddModelError("den", badTo);
        Patterns = await room.Figures.OfAsync(Asked.Period, cancellation);
    }

    /// <summary>The address of the findings behind a count.</summary>
    public string List(Pattern pattern, MarkFilter? mark = null) =>
        IntegrityRoom.Address(Asked, pattern.Slug, ("danh-gia", mark is { } one ? MarkSlugs.Of(one) : null));

    /// <summary>The same for programs.</summary>
    public string ApiAddress => FormattableString.Invariant($"/api/v1/statistics/integrity?from={Asked.Period.From:uuuu-MM-dd}&to={Asked.Period.To:uuuu-MM-dd}");
}
