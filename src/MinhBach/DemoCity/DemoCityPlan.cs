using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>What demo city is to be made. The same plan makes the same city.</summary>
public sealed record DemoCityPlan
{
    /// <summary>The city of the first start.</summary>
    public static DemoCityPlan Default { get; } = new();

    /// <summary>How many dossiers are handed in. Default 20,000.</summary>
    public int Dossiers { get; init; } = 20_000;

    /// <summary>Over how many months before the end. Default 12.</summary>
    public int Months { get; init; } = 12;

    /// <summary>What the dice begin with. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The city's present: nothing happens after it. Null means the server's time.</summary>
    public Instant? Until { get; init; }

    /// <summary>The first moment, at the beginning of a day.</summary>
    internal Instant From => Until!.Value.DateInCity().PlusMonths(-Months).AtStartOfDayInZone(CityTime.Zone).ToInstant();

    /// <summary>The starter organisation and its procedures begin on 1/7/2025; nobody worked there before.</summary>
    /// <exception cref="RuleBroken">The months reach further back.</exception>
    public void CheckFits(TimeProvider clock)
    {
        var first = (Until ?? clock.Now()).DateInCity().PlusMonths(-Months);
        if (first < new LocalDate(2025, 7, 1))
            throw new RuleBroken("simulate.tooEarly", "--months: {0} tháng lùi về trước 01/07/2025, khi tổ chức hai cấp chưa có; chọn ít tháng hơn.", Months);
    }
}

/// <summary>How far the making is.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Dossiers">Handed in so far.</param>
/// <param name="Day">The simulated day.</param>
public sealed record MakingProgress(double Share, int Dossiers, LocalDate Day);

/// <summary>What came of it.</summary>
/// <param name="Dossiers">Dossiers handed in.</param>
/// <param name="Commands">Commands that the lanes carried out.</param>
/// <param name="OnlineShare">Share handed in online.</param>
/// <param name="Supplements">Dossiers that were asked for more papers.</param>
/// <param name="Broken">Rules that refused what the simulated people tried, with how often; a sound simulation tries nothing forbidden.</param>
/// <param name="Elapsed">How long the making took.</param>
public sealed record DemoCitySummary(
    int Dossiers, long Commands, double OnlineShare, int Supplements, IReadOnlyDictionary<string, int> Broken, TimeSpan Elapsed)
{
    /// <summary>The share on time, 0 to 1, as everybody's page shows it; null when nothing was due.</summary>
    public double? OnTimeRate { get; init; }
}
