using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>Says which sessions a date has, sharing one pattern among the days that are alike.</summary>
internal sealed class PatternBook(WeeklyHours hours, IReadOnlyDictionary<LocalDate, CalendarDay> exceptions)
{
    private readonly Dictionary<(WorkWeek Week, IsoDayOfWeek Day, bool MakeUp), DayPattern> _patterns = [];

    public DayPattern PatternOf(LocalDate date)
    {
        var makeUp = false;
        if (exceptions.TryGetValue(date, out var day))
        {
            if (day.Kind != DayKind.MakeUpWorking)
                return DayPattern.Off;
            makeUp = true;
        }

        var key = (hours.On(date), date.DayOfWeek, makeUp);
        if (!_patterns.TryGetValue(key, out var pattern))
            _patterns[key] = pattern = Draw(makeUp ? key.Item1.MakeUpSessionsOn(date.DayOfWeek) : key.Item1.SessionsOn(date.DayOfWeek));
        return pattern;
    }

    private static DayPattern Draw(ImmutableArray<WorkSession> sessions) => sessions.IsEmpty ? DayPattern.Off : new DayPattern(sessions);
}
