using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Publish;

/// <summary>The dossiers behind one public figure, without names and codes.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
public sealed class CountedPage(OnTime measure, TimeProvider clock, Words words) : PageModel
{
    private const int PageSize = 50;

    internal BoardQuery Asked { get; private set; } = null!;

    internal CountedSet Set { get; private set; } = null!;

    /// <summary>The part's name; null for the whole city.</summary>
    public string? Part { get; private set; }

    public IReadOnlyList<CountedDossier> Dossiers { get; private set; } = [];

    public string? Next { get; private set; }

    public IActionResult OnGet([FromQuery(Name = "so")] string? figure, [FromQuery(Name = "nhom")] string? key, [FromQuery(Name = "sau")] string? after)
    {
        Asked = BoardQuery.Read(Request.Query, clock.Today(), words);
        if (CountedSet.Find(figure) is not { } wanted || Asked.BadFrom is not null || Asked.BadTo is not null) return NotFound();
        Set = wanted;
        Part = key is null ? null : measure.NameOf(Asked.Grouping, key);
        var from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
        Dossiers = measure.Counted(Asked.Period, wanted.Takes, Asked.Grouping, key, from, PageSize + 1);
        if (Dossiers.Count > PageSize)
        {
            Dossiers = [.. Dossiers.Take(PageSize)];
            Next = Asked.Address("/cong-khai/ho-so", ("so", figure), ("nhom", key), ("sau", Dossiers[^1].Id.ToString(CultureInfo.InvariantCulture)));
        }

        return Page();
    }
}
