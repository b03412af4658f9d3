using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Monitoring.Publish;

/// <summary>The public figures of the city.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
public sealed class PublishPage(OnTime measure, TimeProvider clock, Words words) : PageModel
{
    private const int PageSize = 100;

    public OnTimeBoard Board { get; private set; } = null!;

    internal BoardQuery Asked { get; private set; } = null!;

    internal IReadOnlyList<OnTimeGroup> Rows { get; private set; } = [];

    internal IReadOnlyList<PublishedColumn> Columns { get; private set; } = [];

    public string Sort { get; private set; } = "ten";

    public bool Down { get; private set; }

    public string? Next { get; private set; }

    /// <summary>The day and time of the answer.</summary>
    public LocalDateTime Now { get; private set; }

    public void OnGet()
    {
        Asked = BoardQuery.Read(Request.Query, clock.Today(), words);
        if (Asked.BadFrom is { } badFrom) ModelState.AddModelError("tu", badFrom);
        if (Asked.BadTo is { } badTo) ModelState.AddModelError("den", badTo);
        Board = measure.Board(Asked.Period, Asked.Grouping);
        Now = VietnameseFormats.Local(clock.Now());
        // Procedures without a term are few: their column is shown when it counts something.
        Columns = [.. PublishedColumns.All.Where(column => column.Figure is not (Figure.DoneUntimed or Figure.NotAccepted) || column.Value(Board.Total) > 0)];
        Sort = Request.Query["xep"] is [{ } slug] && Columns.Any(column => column.Slug == slug) ? slug : "ten";
        Down = Request.Query["giam"] == "1";
        Show(Sorted());
    }

    /// <summary>The address of the list behind a number.</summary>
    internal string List(string set, OnTimeGroup? group) => Asked.Address("/cong-khai/ho-so", ("so", set), ("nhom", group?.Key));

    /// <summary>The address of the same board in another order: the other way round when it is the present one.</summary>
    internal string SortBy(string slug) => Asked.Address(
        "/cong-khai", ("xep", slug == "ten" ? null : slug), ("giam", slug == Sort ? (Down ? null : "1") : slug == "ten" ? null : "1")) + "#bang";

    internal string? AriaSort(string slug) => slug != Sort ? null : Down ? "descending" : "ascending";

    internal string Share(OnTimeFigures figures, params ReadOnlySpan<Figure> of)
    {
        var all = figures.RateCount;
        var sum = 0;
        foreach (var figure in of) sum += figures[figure];
        return (all == 0 ? 0 : 100.0 * sum / all).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%";
    }

    private List<OnTimeGroup> Sorted()
    {
        if (Sort == "ten") return Down ? [.. Board.Groups.Reverse()] : [.. Board.Groups];
        var value = Columns.First(column => column.Slug == Sort).Value;
        return Down ? [.. Board.Groups.OrderByDescending(group => value(group.Figures) ?? -1)] : [.. Board.Groups.OrderBy(group => value(group.Figures) ?? 2)];
    }

    private void Show(List<OnTimeGroup> sorted)
    {
        var after = Request.Query["sau"].ToString();
        var start = after.Length == 0 ? 0 : sorted.FindIndex(group => group.Key == after) + 1;
        Rows = sorted.GetRange(start, Math.Min(PageSize, sorted.Count - start));
        if (start + PageSize < sorted.Count)
            Next = Asked.Address("/cong-khai", ("xep", Sort == "ten" ? null : Sort), ("giam", Down ? "1" : null), ("sau", Rows[^1].Key)) + "#bang";
    }
}
