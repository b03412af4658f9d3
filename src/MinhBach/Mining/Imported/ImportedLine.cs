using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>What a board knows of one case; its steps stay in the journal.</summary>
/// <param name="Id">The case.</param>
/// <param name="Sequence">Its entry in the journal.</param>
/// <param name="Place">Its place in the order of the files, from 0.</param>
/// <param name="Key">Its id in its system.</param>
/// <param name="Dates">Its dates, as stated.</param>
/// <param name="Parts">The number of its value of each attribute by which the map tells cases apart; -1 where it has none.</param>
/// <param name="Activities">Numbers of the activities that were completed in it.</param>
/// <param name="Steps">How many events it has.</param>
/// <param name="First">The first moment stated; null when none is.</param>
/// <param name="Last">The last.</param>
internal sealed record ImportedLine(
    long Id, long Sequence, int Place, string Key, CaseDates Dates, int[] Parts, int[] Activities, int Steps, Instant? First, Instant? Last)
{
    /// <summary>The activity that was completed last; -1 when none was.</summary>
    public int At { get; init; } = -1;

    /// <summary>For an open case with a due date: the chance, 0 to 1, that it is late, as of the log's newest moment; 1 when it was late by then. Else null.</summary>
    public double? Chance { get; init; }

    /// <summary>The month in which it was done, as yyyymm; 0 when it was not.</summary>
    public int MonthIn(DateTimeZone zone) => Dates is { Standing: not LogStanding.Broken, Done: { } done } && done.InZone(zone).Date is var day ? (day.Year * 100) + day.Month : 0;
}
