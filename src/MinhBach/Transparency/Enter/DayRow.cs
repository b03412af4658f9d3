using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>Where a day's entries begin.</summary>
internal sealed class DayRow
{
    /// <summary>The day in the city on which entries were made.</summary>
    public LocalDate Day { get; init; }

    /// <summary>The index of the first of them.</summary>
    public long First { get; init; }
}
