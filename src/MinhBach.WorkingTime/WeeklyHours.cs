using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>The weekly hours of an agency through time: one <see cref="WorkWeek"/> after another, each from a date on.</summary>
public sealed class WeeklyHours
{
    private readonly ImmutableArray<(LocalDate From, WorkWeek Week)> _weeks;

    /// <summary>Hours that never changed so far.</summary>
    public WeeklyHours(WorkWeek week)
        : this([(LocalDate.MinIsoValue, week)])
    {
        ArgumentNullException.ThrowIfNull(week);
    }

    private WeeklyHours(ImmutableArray<(LocalDate From, WorkWeek Week)> weeks) => _weeks = weeks;

    /// <summary>The same hours until <paramref name="from"/>, and <paramref name="week"/> from that day on.</summary>
    /// <exception cref="ArgumentException">A later change is already known.</exception>
    public WeeklyHours From(LocalDate from, WorkWeek week)
    {
        ArgumentNullException.ThrowIfNull(week);
        if (from <= _weeks[^1].From)
            throw new ArgumentException($"Hours already change on {_weeks[^1].From:uuuu-MM-dd}; add changes in order of date.", nameof(from));
        return new WeeklyHours(_weeks.Add((from, week)));
    }

    /// <summary>The week in force on a date.</summary>
    public WorkWeek On(LocalDate date)
    {
        for (var i = _weeks.Length - 1; i > 0; i--)
        {
            if (_weeks[i].From <= date)
                return _weeks[i].Week;
        }

        return _weeks[0].Week;
    }
}
