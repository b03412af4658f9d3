using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Benchmarks.DueDates;

/// <summary>The due date of a term of 30 working days, against a table of all answers and against counting by hand.</summary>
internal sealed class DueDatesBenchmark : IBenchmark
{
    private const int Cases = 4096;
    private const string LookUp = "bare array look-up";
    private const string Clock = "due date";
    private const string Explain = "due date, explained day by day";
    private const string Hours = "working hours added";
    private const string DayLoop = "naive day loop";
    private const string MinuteLoop = "naive minute loop";

    private static readonly Term Term = Term.WorkingDays(30);

    private readonly WorkingCalendar _calendar = Load();

    public string Verb => "due-dates";

    public string About => "due dates of a 30-working-day term against a bare look-up and against naive loops";

    public Task RunAsync(BenchmarkOptions options)
    {
        var random = new Random(20260101);
        var first = new LocalDate(2017, 1, 1);
        var days = Enumerable.Range(0, Cases).Select(_ => random.Next(0, 9 * 365)).ToArray();
        var moments = days.Select(day => first.PlusDays(day).AtStartOfDayInZone(_calendar.Zone).ToInstant() + Duration.FromMinutes(random.Next(8 * 60, 17 * 60))).ToArray();
        var answers = Enumerable.Range(0, 9 * 365)
            .Select(day => TermClock.Due(_calendar, Term, CountingRule.Civil, first.PlusDays(day).AtStartOfDayInZone(_calendar.Zone).ToInstant())).ToArray();
        var naive = new NaiveCounting(_calendar);
        Check(moments, naive);

        var race = new Race();
        race.Add(LookUp, Cases, () => LookUpAnswers(answers, days));
        race.Add(Clock, Cases, () => Due(moments));
        race.Add(Hours, Cases, Repeat(Cases, i => _calendar.Add(moments[i], new WorkingDuration(30L * WorkingDuration.SecondsPerDay)).ToUnixTimeSeconds()));
        race.Add(Explain, 64, Repeat(64, i => TermClock.Explain(_calendar, Term, CountingRule.Civil, moments[i]).Days.Length));
        race.Add(DayLoop, 512, Repeat(512, i => naive.ByDays(moments[i], 30).Date.Day));
        race.Add(MinuteLoop, 1, Repeat(1, i => naive.ByMinutes(moments[i], 30).Date.Day));
        Console.WriteLine("Term of 30 working days, receipts 2017–2025");
        race.Run();
        race.Ratio("due-date/look-up", Clock, LookUp, "<=8");
        race.Ratio("day-loop/due-date", DayLoop, Clock, ">=50");
        race.Ratio("minute-loop/due-date", MinuteLoop, Clock, ">=5000");
        return Task.CompletedTask;
    }

    private static Func<long> Repeat(int times, Func<int, long> one) => () =>
    {
        long sum = 0;
        for (var i = 0; i < times; i++)
            sum += one(i);
        return sum;
    };

    private static long LookUpAnswers(DueDate[] answers, int[] days)
    {
        long sum = 0;
        for (var i = 0; i < days.Length; i++)
        {
            var due = answers[days[i]];
            sum += due.Date.Day + (due.IsProvisional ? 1 : 0);
        }

        return sum;
    }

    private long Due(Instant[] moments)
    {
        var (calendar, term, rule) = (_calendar, Term, CountingRule.Civil);
        long sum = 0;
        for (var i = 0; i < moments.Length; i++)
        {
            var due = TermClock.Due(calendar, term, rule, moments[i]);
            sum += due.Date.Day + (due.IsProvisional ? 1 : 0);
        }

        return sum;
    }

    /// <summary>A contender that is wrong has no business in the race.</summary>
    private void Check(Instant[] moments, NaiveCounting naive)
    {
        foreach (var moment in moments.Take(64))
        {
            var due = TermClock.Due(_calendar, Term, CountingRule.Civil, moment);
            if (naive.ByDays(moment, 30) != due || naive.ByMinutes(moment, 30) != due)
                throw new InvalidOperationException($"The counts of a term from {moment} differ.");
        }
    }

    private static WorkingCalendar Load()
    {
        var assembly = typeof(DueDatesBenchmark).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("calendars/", StringComparison.Ordinal)).Select(name =>
        {
            using var json = assembly.GetManifestResourceStream(name)!;
            return CalendarFile.Read(json, name);
        });
        var week = WorkWeek.MondayToFriday(WorkSession.Of(8, 0, 12, 0), WorkSession.Of(13, 30, 17, 30));
        return CalendarFile.Combine(new WeeklyHours(week), files, DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"], new(2016, 1, 1), new(2035, 12, 31));
    }
}
