using NodaTime;

namespace MinhBach.Monitoring.Wall;

/// <summary>Everything the wall screen shows, in dossiers, from the one measure (<see cref="OnTime"/>).</summary>
/// <param name="Now">When it was counted.</param>
/// <param name="Today">The day of <paramref name="Day"/>.</param>
/// <param name="Day">What came and was done today.</param>
/// <param name="Year">The last twelve months, and how it stands now.</param>
/// <param name="Communes">Every ward and commune that stands, by name.</param>
internal sealed record WallFigures(Instant Now, LocalDate Today, OnTimeFigures Day, OnTimeFigures Year, IReadOnlyList<WallCommune> Communes)
{
    // Below it one late dossier is ten percent.
    public const int FewestRanked = 10;

    /// <summary>The ten with the lowest rate among those with enough dossiers to speak of.</summary>
    public IEnumerable<WallCommune> Lowest => Communes.Where(commune => commune.Figures.RateCount >= FewestRanked)
        .OrderBy(commune => commune.Figures.OnTimeRate).ThenByDescending(commune => commune.Figures.PendingOverdue).ThenBy(commune => commune.Code, StringComparer.Ordinal).Take(10);

    /// <summary>Whether both say the same of the work, whenever they were counted.</summary>
    public bool SaysTheSameAs(WallFigures other) =>
        Today == other.Today && Day == other.Day && Year == other.Year && Communes.SequenceEqual(other.Communes);
}

/// <summary>A ward or commune on the wall.</summary>
internal sealed record WallCommune(string Code, string Name, OnTimeFigures Figures)
{
    /// <summary>Its colour: 1 for the lowest rates to 5, 0 when there is nothing to speak of.</summary>
    public int Step => WallSteps.Of(Figures.OnTimeRate);

    /// <summary>Its board.</summary>
    public string Address => "/theo-doi/co-quan/" + Code;

    /// <summary>Its name for a small square: without the office and the kind.</summary>
    public string ShortName => Offices.FirstOrDefault(office => Name.StartsWith(office, StringComparison.Ordinal)) is { } office ? Name[office.Length..] : Name;

    private static readonly string[] Offices = ["UBND phường ", "UBND xã ", "UBND đặc khu "];
}
