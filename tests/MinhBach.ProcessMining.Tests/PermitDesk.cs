using MinhBach.Testing;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.ProcessMining.Tests;

/// <summary>The receipt phase of environmental permits in a Dutch municipality, October 2010 to January 2012 (J.C.A.M. Buijs, CoSeLoG, 4TU.ResearchData).</summary>
internal static class PermitDesk
{
    public static TimeMeasure Hours { get; } = TimeMeasure.Working(MadeHours.Calendar("Europe/Amsterdam", 2010, 2012));

    private static readonly OffsetDateTimePattern Moment = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss;FFFFFFFFFo<m>");

    public static EventLog Log()
    {
        var lines = File.ReadAllLines(SharedData.Find("event-logs/receipt.csv"));
        var columns = lines[0].Split(',').Select((name, place) => (name, place)).ToDictionary(column => column.name, column => column.place, StringComparer.Ordinal);
        var names = new LogNames();
        var steps = new Dictionary<string, List<LogEvent>>(StringComparer.Ordinal);
        // The file quotes nothing: commas are borders.
        foreach (var row in lines.Skip(1).Select(line => line.Split(',')))
        {
            var id = row[columns["case:concept:name"]];
            if (!steps.TryGetValue(id, out var list))
                steps.Add(id, list = []);
            list.Add(new LogEvent(
                names.Activities.NumberOf(row[columns["concept:name"]]),
                names.Resources.NumberOf(row[columns["org:resource"]]),
                names.Units.NumberOf(row[columns["org:group"]]),
                LogLifecycle.Complete,
                Moment.Parse(row[columns["time:timestamp"]]).Value.ToInstant().ToUnixTimeTicks()));
        }
        return new EventLog(names, [.. steps.Select(entry => Case(entry.Key, entry.Value.OrderBy(step => step.UnixTicks)))]);
    }

    private static LogCase Case(string id, IEnumerable<LogEvent> steps)
    {
        var made = new LogCase { Id = id };
        foreach (var step in steps)
            made.Add(step);
        return made;
    }
}
