using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// Every day of the range in arrays: prefix sums of working days and of working seconds, and the inverse of each,
/// so that counting and adding are look-ups. Days are numbered from the first day of the range.
/// </summary>
internal sealed class DayTable
{
    // One bucket per eight hours of work holds about one ordinary day.
    private const int BucketSeconds = WorkingDuration.SecondsPerDay;

    private readonly int[] _monthStarts;
    private readonly int _firstYear;
    private readonly DayEntry[] _entries;
    private readonly DayPattern[] _patterns;
    private readonly int[] _workingDays;
    private readonly long[] _secondsBefore;
    private readonly int[] _buckets;

    public DayTable(LocalDate first, LocalDate last, ZoneClock clock, Func<LocalDate, DayPattern> patternOf, Func<int, bool> isPublished)
    {
        (First, Last, _firstYear) = (first, last, first.Year);
        Count = Period.DaysBetween(first, last) + 1;
        _entries = new DayEntry[Count];
        _patterns = new DayPattern[Count];
        _secondsBefore = new long[Count + 1];
        var working = new List<int>(Count);
        var provisional = 0;
        for (var (day, date) = (0, first); day < Count; day++, date = date.PlusDays(1))
        {
            var pattern = patternOf(date);
            _patterns[day] = pattern;
            if (pattern.Total > 0)
                working.Add(day);
            var provisionalBefore = provisional;
            provisional += isPublished(date.Year) ? 0 : 1;
            var end = clock.InstantAt(day, pattern.Total > 0 ? pattern.ClosingSecond : SecondsOfDay.PerDay);
            _entries[day] = new DayEntry(date, end, working.Count, provisionalBefore, provisional);
            _secondsBefore[day + 1] = _secondsBefore[day] + pattern.Total;
        }

        _workingDays = [.. working];
        _monthStarts = MonthStarts();
        _buckets = Buckets();
    }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    public int Count { get; }

    public int WorkingDayCount => _workingDays.Length;

    public long TotalSeconds => _secondsBefore[Count];

    public ref readonly DayEntry this[int day] => ref _entries[day];

    public LocalDate DateOf(int day) => _entries[day].Date;

    public DayPattern PatternOf(int day) => _patterns[day];

    /// <summary>Working days before <paramref name="day"/>.</summary>
    public int WorkingBefore(int day) => _entries[day].WorkingThrough - (IsWorking(day) ? 1 : 0);

    /// <summary>Working days up to and with <paramref name="day"/>.</summary>
    public int WorkingThrough(int day) => _entries[day].WorkingThrough;

    /// <summary>Seconds of work before <paramref name="day"/>; it may be one past the last.</summary>
    public long SecondsBefore(int day) => _secondsBefore[day];

    public bool IsWorking(int day) => _patterns[day].Total > 0;

    /// <summary>The day of the n-th working day, counted from 0.</summary>
    public int WorkingDayAt(int ordinal) => _workingDays[ordinal];

    /// <summary>The number of a date, or a number outside 0..Count-1.</summary>
    public int DayOf(LocalDate date)
    {
        if (!ReferenceEquals(date.Calendar, CalendarSystem.Iso))
            date = date.WithCalendar(CalendarSystem.Iso);
        var month = ((date.Year - _firstYear) * 12) + date.Month - 1;
        return (uint)month < (uint)_monthStarts.Length ? _monthStarts[month] + date.Day - 1 : -1;
    }

    /// <summary>The first working day at whose end at least <paramref name="seconds"/> (1..TotalSeconds) are worked.</summary>
    public int DayReaching(long seconds)
    {
        var ordinal = _buckets[seconds / BucketSeconds];
        while (_secondsBefore[_workingDays[ordinal] + 1] < seconds)
            ordinal++;
        return _workingDays[ordinal];
    }

    private int[] MonthStarts()
    {
        var starts = new int[(Last.Year - First.Year + 1) * 12];
        for (var month = 0; month < starts.Length; month++)
            starts[month] = Period.DaysBetween(First, new LocalDate(_firstYear + (month / 12), (month % 12) + 1, 1));
        return starts;
    }

    private int[] Buckets()
    {
        var buckets = new int[(TotalSeconds / BucketSeconds) + 1];
        for (var (bucket, ordinal) = (0, 0); bucket < buckets.Length; bucket++)
        {
            while (ordinal < _workingDays.Length - 1 && _secondsBefore[_workingDays[ordinal] + 1] < (long)bucket * BucketSeconds)
                ordinal++;
            buckets[bucket] = ordinal;
        }

        return buckets;
    }
}

/// <summary>What a due date needs to know of a day, side by side, so that it comes in one piece from memory.</summary>
/// <param name="Date">The day.</param>
/// <param name="End">Close of work on a working day, midnight at the end of a day off.</param>
/// <param name="WorkingThrough">Working days up to and with this day.</param>
/// <param name="ProvisionalBefore">Days of unpublished years before this day.</param>
/// <param name="ProvisionalThrough">Days of unpublished years up to and with this day.</param>
internal readonly record struct DayEntry(LocalDate Date, Instant End, int WorkingThrough, int ProvisionalBefore, int ProvisionalThrough);
