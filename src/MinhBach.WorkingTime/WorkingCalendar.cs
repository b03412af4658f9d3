using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// The working days and hours of an agency over a range of dates: weekly hours, and the days that differ from them.
/// Immutable. Dates are those of <see cref="Zone"/>; instants are read to the whole second below.
/// Counting and adding are look-ups in prefix sums, whatever the distance.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<LocalDate, CalendarDay> _exceptions;
    private readonly FrozenSet<int>? _publishedYears;
    private readonly DayTable _days;
    private readonly ZoneClock _clock;

    /// <summary>Builds a calendar.</summary>
    /// <param name="hours">The weekly hours through time.</param>
    /// <param name="days">Days that differ from the weekly hours; at most one per date. Those outside the range are kept, unused.</param>
    /// <param name="zone">The time zone of dates and hours, such as Asia/Ho_Chi_Minh.</param>
    /// <param name="first">First day covered.</param>
    /// <param name="last">Last day covered.</param>
    /// <param name="publishedYears">
    /// Years whose official calendar is known; the others count as provisional. Null: all of them are known.
    /// </param>
    /// <exception cref="ArgumentException">The range is empty, a date is given twice, or a day's kind is one that follows from the weekly hours.</exception>
    public WorkingCalendar(
        WeeklyHours hours,
        IEnumerable<CalendarDay> days,
        DateTimeZone zone,
        LocalDate first,
        LocalDate last,
        IEnumerable<int>? publishedYears = null)
    {
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(zone);
        if (first > last)
            throw new ArgumentException($"The calendar ends ({last:uuuu-MM-dd}) before it starts ({first:uuuu-MM-dd}).", nameof(last));

        (Hours, Zone) = (hours, zone);
        Exceptions = [.. days.OrderBy(day => day.Date)];
        _exceptions = Index(Exceptions);
        _publishedYears = publishedYears?.ToFrozenSet();
        _clock = new ZoneClock(zone, first, last);
        _days = new DayTable(first, last, _clock, new PatternBook(hours, _exceptions).PatternOf, IsPublished);
    }

    /// <summary>First day covered.</summary>
    public LocalDate First => _days.First;

    /// <summary>Last day covered.</summary>
    public LocalDate Last => _days.Last;

    /// <summary>The time zone of dates and hours.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The weekly hours through time.</summary>
    public WeeklyHours Hours { get; }

    /// <summary>The days that differ from the weekly hours, by date.</summary>
    public ImmutableArray<CalendarDay> Exceptions { get; }

    internal DayTable Days => _days;

    /// <summary>
    /// This calendar with an agency's own days: each replaces what is known of its date, everything else is inherited.
    /// </summary>
    /// <exception cref="ArgumentException">A date is given twice, or a kind follows from the weekly hours.</exception>
    public WorkingCalendar With(IEnumerable<CalendarDay> overrides)
    {
        ImmutableArray<CalendarDay> own = [.. overrides];
        var replaced = Index(own);
        return new WorkingCalendar(Hours, Exceptions.Where(day => !replaced.ContainsKey(day.Date)).Concat(own), Zone, First, Last, _publishedYears);
    }

    /// <summary>This calendar with other weekly hours.</summary>
    public WorkingCalendar With(WeeklyHours hours) => new(hours, Exceptions, Zone, First, Last, _publishedYears);

    /// <summary>Whether the official calendar of a year is known; if not, its days are provisional.</summary>
    public bool IsPublished(int year) => _publishedYears?.Contains(year) ?? true;

    /// <summary>Whether work is done on a date.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsWorkingDay(LocalDate date) => _days.IsWorking(DayOf(date));

    /// <summary>What the calendar knows about a date.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public DayDescription Describe(LocalDate date)
    {
        var working = IsWorkingDay(date);
        var published = IsPublished(date.Year);
        if (_exceptions.TryGetValue(date, out var day))
            return new DayDescription(date, day.Kind, day.Name, day.LegalBasis, day.Verified, published, day.Note);
        return new DayDescription(date, working ? DayKind.WorkingDay : DayKind.Weekend, null, null, published, published);
    }

    /// <summary>The sessions worked on a date; empty on a day off.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public ImmutableArray<WorkSession> SessionsOn(LocalDate date) => _days.PatternOf(DayOf(date)).Sessions;

    /// <summary>
    /// The <paramref name="n"/>-th working day after a date, the date itself not counted; before it, if negative;
    /// the date itself, if 0.
    /// </summary>
    /// <exception cref="CalendarRangeException">The date or the answer is not covered.</exception>
    public LocalDate AddWorkingDays(LocalDate date, int n) => _days.DateOf(AddWorkingDays(DayOf(date), n));

    /// <summary>The first working day on or after a date.</summary>
    /// <exception cref="CalendarRangeException">The date or the answer is not covered.</exception>
    public LocalDate RollForward(LocalDate date) => _days.DateOf(RollForward(DayOf(date)));

    /// <summary>How many working days lie after one date and up to another; negative if the second is earlier.</summary>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public int CountWorkingDays(LocalDate fromExclusive, LocalDate toInclusive) =>
        _days.WorkingThrough(DayOf(toInclusive)) - _days.WorkingThrough(DayOf(fromExclusive));

    /// <summary>
    /// The instant at which an amount of work is done: the earliest such, so that eight hours from opening end at closing.
    /// A negative amount gives the latest instant from which the amount of work leads up to <paramref name="start"/>;
    /// none gives <paramref name="start"/> itself.
    /// </summary>
    /// <exception cref="CalendarRangeException">The start or the answer is not covered.</exception>
    public Instant Add(Instant start, WorkingDuration amount)
    {
        var target = WorkedBefore(start) + amount.TotalSeconds;
        if (amount.TotalSeconds == 0)
            return start;
        if (target < 0 || target > _days.TotalSeconds)
            throw new CalendarRangeException($"{amount} of work from {start}", First, Last);
        var forward = amount.TotalSeconds > 0;
        var day = _days.DayReaching(forward ? target : target + 1);
        var worked = (int)(target - _days.SecondsBefore(day));
        var pattern = _days.PatternOf(day);
        return _clock.InstantAt(day, forward ? pattern.EarliestSecond(worked) : pattern.LatestSecond(worked));
    }

    /// <summary>The working time from one instant to another; negative if the second is earlier.</summary>
    /// <exception cref="CalendarRangeException">An instant is not covered.</exception>
    public WorkingDuration Between(Instant start, Instant end) => new(WorkedBefore(end) - WorkedBefore(start));

    /// <summary>When work starts on a working day.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is a day off.</exception>
    public Instant OpeningTime(LocalDate date) => _clock.InstantAt(WorkingDayOf(date), SessionsOn(date)[0].StartSecond);

    /// <summary>When work ends on a working day.</summary>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is a day off.</exception>
    public Instant ClosingTime(LocalDate date) => _days[WorkingDayOf(date)].End;

    /// <summary>The date of an instant in the calendar's zone.</summary>
    /// <exception cref="CalendarRangeException">The instant is not covered.</exception>
    public LocalDate DateOf(Instant instant) => _days.DateOf(Locate(instant).Day);

    internal int DayOf(LocalDate date)
    {
        var day = _days.DayOf(date);
        return (uint)day < (uint)_days.Count ? day : throw OutOfRange(date);
    }

    internal (int Day, int Second) Locate(Instant instant)
    {
        var place = _clock.Locate(instant);
        if ((uint)place.Day >= (uint)_days.Count)
            throw OutOfRange(instant);
        return place;
    }

    internal int AddWorkingDays(int day, int n)
    {
        if (n == 0)
            return day;
        var ordinal = (n > 0 ? _days.WorkingThrough(day) - 1L : _days.WorkingBefore(day)) + n;
        if ((ulong)ordinal >= (ulong)_days.WorkingDayCount)
            throw OutOfRange(day, n);
        return _days.WorkingDayAt((int)ordinal);
    }

    internal int RollForward(int day)
    {
        var ordinal = day < _days.Count ? _days.WorkingBefore(day) : _days.WorkingDayCount;
        if (ordinal >= _days.WorkingDayCount)
            throw new CalendarRangeException($"The first working day from {First.PlusDays(day):uuuu-MM-dd}", First, Last);
        return _days.WorkingDayAt(ordinal);
    }

    internal Instant OpeningOf(int day) => _clock.InstantAt(day, _days.PatternOf(day).OpeningSecond);

    internal CalendarRangeException OutOfRange(LocalDate date) => new(date.ToString("uuuu-MM-dd", null), First, Last);

    // Apart, so that what throws does not keep what counts from being inlined.
    private CalendarRangeException OutOfRange(Instant instant) => new(instant.InZone(Zone).ToString("uuuu-MM-dd", null), First, Last);

    private CalendarRangeException OutOfRange(int day, int n) => new($"{n} working days from {_days.DateOf(day):uuuu-MM-dd}", First, Last);

    private static FrozenDictionary<LocalDate, CalendarDay> Index(ImmutableArray<CalendarDay> days)
    {
        foreach (var day in days)
        {
            if (day.Kind is DayKind.WorkingDay or DayKind.Weekend)
                throw new ArgumentException($"{day.Date:uuuu-MM-dd}: {day.Kind} follows from the weekly hours and cannot be given.", nameof(days));
        }

        if (days.GroupBy(day => day.Date).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"{twice.Key:uuuu-MM-dd} is given twice: {string.Join(", ", twice.Select(day => day.Name))}.", nameof(days));
        return days.ToFrozenDictionary(day => day.Date);
    }

    private int WorkingDayOf(LocalDate date)
    {
        var day = DayOf(date);
        return _days.IsWorking(day) ? day : throw new ArgumentException($"{date:uuuu-MM-dd} is a day off ({Describe(date).Kind}).", nameof(date));
    }

    private long WorkedBefore(Instant instant)
    {
        var (day, second) = Locate(instant);
        return _days.SecondsBefore(day) + _days.PatternOf(day).WorkedBefore(second);
    }
}
