using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Mining;

/// <summary>What a foreign log tells, read once: how much there is, whether promises were kept, where cases wait, which ways they go.</summary>
public sealed class LogReport
{
    // Wide enough for any office; days off are not known, so that none is taken away.
    private static readonly LocalDate FirstDay = new(1970, 1, 1);
    private static readonly LocalDate LastDay = new(2099, 12, 31);

    private LogReport(string name, LogFormat format, LogReportOptions options, LogNames names)
    {
        (Name, Format, Options) = (name, format, options);
        var time = options.OnTheWallClock ? TimeMeasure.WallClock : TimeMeasure.Working(OfficeWeek(options.Zone));
        (Map, Variants, Rework, People) = (new(names, time), new(names), new(names, time), new(names));
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>What it is written in.</summary>
    public LogFormat Format { get; }

    /// <summary>How it was looked at.</summary>
    public LogReportOptions Options { get; }

    /// <summary>Counts of cases, events and kept promises.</summary>
    public LogSummary Summary { get; private set; } = null!;

    /// <summary>Which activity follows which, and after how long.</summary>
    public DirectlyFollowsGraph Map { get; }

    /// <summary>The ways that cases go.</summary>
    public Variants Variants { get; }

    /// <summary>What was done again.</summary>
    public Rework Rework { get; }

    /// <summary>Who hands work to whom.</summary>
    public HandOverOfWork People { get; }

    /// <summary>What was wrong in the file.</summary>
    public FoundProblems Problems { get; private set; } = null!;

    /// <summary>How many cases began in each month, by the first event that has a time; months as yyyymm.</summary>
    public SortedDictionary<int, long> Begun { get; } = [];

    /// <summary>Reads a log to its end.</summary>
    /// <param name="name">The file's name, for the report.</param>
    /// <param name="stream">The file; it can seek.</param>
    /// <param name="options">How to look at it.</param>
    /// <exception cref="LogFormatException">It is no log that we read.</exception>
    /// <exception cref="Kernel.RuleBroken">The map of the options is for another file.</exception>
    public static LogReport Read(string name, Stream stream, LogReportOptions options) => Read(name, stream, options, LogLimits.Default, look: null);

    /// <summary>The same within other limits, and with somebody who looks at each case while it passes.</summary>
    internal static LogReport Read(string name, Stream stream, LogReportOptions options, LogLimits limits, Action<LogCase>? look)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        var file = LogFile.Open(stream, new LogReading { Zone = options.Zone, Limits = limits, CaseAttributes = options.Named }, options.Map);
        return Of(name, file.Format, options, file.Names, look is null ? file.Cases : Looked(file.Cases, look), () => FoundProblems.Of(file.Problems));
    }

    /// <summary>Of cases that come from elsewhere; what was wrong with them is asked for at the end.</summary>
    internal static LogReport Of(string name, LogFormat format, LogReportOptions options, LogNames names, IEnumerable<LogCase> cases, Func<FoundProblems> problems)
    {
        var report = new LogReport(name, format, options, names);
        report.Fold(cases);
        report.Problems = problems();
        return report;
    }

    private static IEnumerable<LogCase> Looked(IEnumerable<LogCase> cases, Action<LogCase> look)
    {
        foreach (var one in cases)
        {
            look(one);
            yield return one;
        }
    }

    private static WorkingCalendar OfficeWeek(DateTimeZone zone) => new(
        new WeeklyHours(WorkWeek.MondayToFriday(new WorkSession(new(8, 0), new(12, 0)), new WorkSession(new(13, 0), new(17, 0)))), [], zone, FirstDay, LastDay);

    private void Fold(IEnumerable<LogCase> cases)
    {
        Summary = LogSummary.Of(Passed(cases), new SummaryOptions
        {
            Due = Options.Due,
            Done = Options.Done,
            Start = Options.Map?.Cases.Start,
            Guesses = Options.Map is null,
            By = Options.By,
            Zone = Options.Zone,
        });
    }

    private IEnumerable<LogCase> Passed(IEnumerable<LogCase> cases)
    {
        foreach (var one in cases)
        {
            Map.Add(one);
            Variants.Add(one);
            Rework.Add(one);
            People.Add(one);
            Begin(one);
            yield return one;
        }
    }

    private void Begin(LogCase one)
    {
        foreach (ref readonly var happened in one.Events)
        {
            if (!happened.HasTime) continue;
            var date = happened.At.InZone(Options.Zone).Date;
            var month = (date.Year * 100) + date.Month;
            Begun[month] = Begun.GetValueOrDefault(month) + 1;
            return;
        }
    }
}
