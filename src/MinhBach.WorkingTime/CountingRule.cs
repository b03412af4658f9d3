using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>How a term is counted. Local times are those of the calendar's zone.</summary>
public sealed record CountingRule
{
    /// <summary>
    /// The Civil Code: the first day is not counted; a last day that is off moves to the next working day; hours run
    /// from the given moment (BLDS 2015 Đ147–148). What is received at any hour of a day is received that day.
    /// </summary>
    public static CountingRule Civil { get; } = new() { Name = nameof(Civil) };

    /// <summary>
    /// The one-stop desk: as <see cref="Civil"/>, but what arrives after close of work or on a day off is received on the
    /// next working day, and same-day work received after 15:00 moves to the next working day (NĐ 118/2025 Đ18 k2).
    /// </summary>
    public static CountingRule OneStop { get; } = new()
    {
        Name = nameof(OneStop),
        ReceivedOnlyAtWork = true,
        SameDayCutOff = new LocalTime(15, 0),
    };

    /// <summary>A name to recognise the rule by.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the day of receipt is not counted (BLDS 2015 Đ147 k2).</summary>
    public bool FirstDayExcluded { get; init; } = true;

    /// <summary>Whether a term in days, weeks or months that ends on a day off moves to the next working day (BLDS 2015 Đ148 k5).</summary>
    public bool RollOverDaysOff { get; init; } = true;

    /// <summary>
    /// Whether what arrives after close of work or on a day off counts as received on the next working day. Terms in hours
    /// need no such rule: no work is done then.
    /// </summary>
    public bool ReceivedOnlyAtWork { get; init; }

    /// <summary>What arrives later than this hour counts as received on the next working day, whatever the unit. Null: no such hour.</summary>
    public LocalTime? CutOff
    {
        get;
        init => (field, CutOffSecond) = (value, value?.ToSecondOfDay() ?? int.MaxValue);
    }

    /// <summary>As <see cref="CutOff"/>, for <see cref="TermUnit.SameDay"/> only. Null: until close of work.</summary>
    public LocalTime? SameDayCutOff
    {
        get;
        init => (field, SameDayCutOffSecond) = (value, value?.ToSecondOfDay() ?? int.MaxValue);
    }

    internal bool ReceivesAllDay => !ReceivedOnlyAtWork && CutOffSecond == int.MaxValue;

    internal int CutOffSecond { get; private init; } = int.MaxValue;

    internal int SameDayCutOffSecond { get; private init; } = int.MaxValue;
}
