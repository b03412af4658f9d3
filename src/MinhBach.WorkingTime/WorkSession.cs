using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>One stretch of work within a day, such as 08:00–12:00, on the local clock and in whole seconds.</summary>
public readonly record struct WorkSession
{
    /// <summary>Creates a session.</summary>
    /// <param name="start">First moment of work, local time.</param>
    /// <param name="end">Moment at which work stops, local time of the same day.</param>
    /// <exception cref="ArgumentException">The session is empty, runs over midnight or has parts of a second.</exception>
    public WorkSession(LocalTime start, LocalTime end)
    {
        if (start >= end)
            throw new ArgumentException($"A session must start before it ends: {start:HH:mm}–{end:HH:mm}.", nameof(end));
        if (start.NanosecondOfSecond != 0 || end.NanosecondOfSecond != 0)
            throw new ArgumentException("A session is given in whole seconds.", nameof(start));
        (Start, End) = (start, end);
    }

    /// <summary>First moment of work, local time.</summary>
    public LocalTime Start { get; }

    /// <summary>Moment at which work stops, local time.</summary>
    public LocalTime End { get; }

    /// <summary>How much work fits in the session.</summary>
    public WorkingDuration Length => new(EndSecond - StartSecond);

    internal int StartSecond => Start.ToSecondOfDay();

    internal int EndSecond => End.ToSecondOfDay();

    /// <summary>Creates a session from hours and minutes.</summary>
    /// <exception cref="ArgumentException">The session is empty or runs over midnight.</exception>
    public static WorkSession Of(int startHour, int startMinute, int endHour, int endMinute) =>
        new(new LocalTime(startHour, startMinute), new LocalTime(endHour, endMinute));

    /// <summary>The session as <c>08:00–12:00</c>.</summary>
    public override string ToString() => $"{Start:HH:mm}–{End:HH:mm}";
}

internal static class SecondsOfDay
{
    public const int PerDay = 86_400;

    public static int ToSecondOfDay(this LocalTime time) => (int)(time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond);
}
