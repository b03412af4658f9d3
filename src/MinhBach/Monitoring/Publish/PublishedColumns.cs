using MinhBach.Shell;

namespace MinhBach.Monitoring.Publish;

/// <summary>A column of the public figures, alike on the page and in the file.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Vietnamese heading.</param>
/// <param name="Figure">The figure it counts; null for rates.</param>
/// <param name="Value">Its value; null when there is nothing to speak of.</param>
internal sealed record PublishedColumn(string Slug, string Name, Figure? Figure, Func<OnTimeFigures, double?> Value)
{
    /// <summary>The list that it opens to; null for rates, whose number of dossiers stands beside them.</summary>
    public string? List => Figure is { } figure ? Slugs.Of(figure) : IsRate ? null : Slug;

    /// <summary>The heading on the page, where there is less room than in the file.</summary>
    public string Heading { get; init; } = Name;

    public bool IsRate => Slug is "ty-le" or "ty-le-dau";

    public string Show(OnTimeFigures figures, Words words) => Value(figures) is not { } value ? "–" : IsRate ? words.Percent(value) : words.Number((decimal)value);
}

internal static class PublishedColumns
{
    public static IReadOnlyList<PublishedColumn> All { get; } =
    [
        // What everybody asks first stands first: on a small screen the rest is a matter of scrolling.
        new("ty-le", FigureWords.Rate, null, figures => figures.OnTimeRate),
        new(CountedSet.OfRate.Slug, CountedSet.OfRate.Name, null, figures => figures.RateCount) { Heading = "n" },
        new("ty-le-dau", FigureWords.FirstRate, null, figures => figures.FirstDueRate) { Heading = "Đúng hẹn đầu" },
        new(CountedSet.OfFirstRate.Slug, CountedSet.OfFirstRate.Name, null, figures => figures.FirstDueCount) { Heading = "n (hẹn đầu)" },
        .. Enum.GetValues<Figure>().Select(figure => new PublishedColumn(Slugs.Of(figure), FigureWords.Name(figure), figure, figures => figures[figure])),
    ];
}
