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
    public LogProblems Problems { get; private set; } = null!;

    /// <summary>How many cases began in each month, by the first event that has a time; months as yyyymm.</summary>
    public SortedDictionary<int, long> Begun { get; } = [];

    /// <summary>Reads a log to its end.</summary>
    /// <param name="name">The file's name, for the report.</param>
    /// <param name="stream">The file; it can seek.</param>
    /// <param name="options">How to look at it.</param>
    /// <exception cref="LogFormatException">It is no log that we read.</exception>
    public static LogReport Read(string name, Stream stream, LogReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        var reading = new LogReading { Zone = options.Zone };
        var format = LogFormats.Of(stream);
        if (format == LogFormat.Xes)
        {
            var xes = new XesReader(stream, reading);
            var streamed = new LogReport(name, format, options, xes.Names);
            streamed.Fold(xes.Cases());
            streamed.Problems = xes.Problems;
            return streamed;
        }

        var (log, problems) = ReadWhole(stream, format, reading);
        var report = new LogReport(name, format, options, log.Names);
        report.Fold(log.Cases);
        report.Problems = problems;
        return report;
    }

    private static (EventLog Log, LogProblems Problems) ReadWhole(Stream stream, LogFormat format, LogReading reading)
    {
        if (format == LogFormat.Csv)
        {
            var csv = new CsvLogReader(reading: reading);
            return (csv.Read(stream), csv.Problems);
        }

        var objects = format == LogFormat.OcelJson ? OcelJsonReader.Read(stream, out var problems, reading) : OcelXmlReader.Read(stream, out problems, reading);
        // The cases are the objects of the kind that most events touch.
        var type = objects.Events.Values.SelectMany(happened => happened.Objects)
            .Select(relation => objects.Objects.GetValueOrDefault(relation.ObjectId)?.Type).OfType<string>()
            .CountBy(type => type).MaxBy(pair => pair.Value).Key
            ?? throw new LogFormatException("no event touches any object.");
        return (objects.Flatten(type, out _), problems);
    }

    private static WorkingCalendar OfficeWeek(DateTimeZone zone) => new(
        new WeeklyHours(WorkWeek.MondayToFriday(new WorkSession(new(8, 0), new(12, 0)), new WorkSession(new(13, 0), new(17, 0)))), [], zone, FirstDay, LastDay);

    private void Fold(IEnumerable<LogCase> cases)
    {
        Summary = LogSummary.Of(Passed(cases), new SummaryOptions { Due = Options.Due, Done = Options.Done, By = Options.By, Zone = Options.Zone });
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
