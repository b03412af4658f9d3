using CsvHelper;

namespace MinhBach.ProcessMining;

/// <summary>Gathers rows into cases.</summary>
internal sealed class CsvRows(CsvColumns columns, LogReading reading, LogProblems problems)
{
    private readonly LogNames _names = new();
    private readonly Dictionary<string, Gathered> _cases = new(StringComparer.Ordinal);
    private readonly List<Gathered> _order = [];
    private long _withoutId;

    public bool HasAny => _order.Count > 0;

    public void Add(CsvReader row)
    {
        var place = new LogPlace(row.LineNumber, 0);
        var id = Name(row.GetString(columns.Case), place);
        var found = CaseOf(id, place);
        TakeAttributes(row, found.Case, place);
        problems.NotRead += columns.NotMapped;
        var activity = NumberOf(_names.Activities, row.GetString(columns.Activity), reading.Limits.MostActivities, "activities", place);
        if (activity < 0)
        {
            problems.Add(LogProblemKind.MissingActivity, place, found.Case.Id);
            return;
        }

        var happened = new LogEvent(
            activity,
            NumberOf(_names.Resources, Field(row, columns.Resource), reading.Limits.MostResources, "resources", place),
            NumberOf(_names.Units, Field(row, columns.Unit), reading.Limits.MostResources, "units", place),
            LifecycleText.Read(Field(row, columns.Lifecycle)),
            TimeOf(Field(row, columns.Time), place, found.Case.Id));
        found.Events.Add(happened, columns.Instance < 0 ? 0 : TextHash.ShortOf(row.GetString(columns.Instance)), place, found.Case.Id);
    }

    public EventLog Log()
    {
        foreach (var found in _order)
        {
            if (found.Events.IsEmpty)
                problems.Add(LogProblemKind.EmptyCase, default, found.Case.Id);
            found.Events.MoveTo(found.Case);
        }

        return new EventLog(_names, [.. _order.Select(found => found.Case)]);
    }

    private static string Field(CsvReader row, int column) => column < 0 ? "" : row.GetString(column);

    private Gathered CaseOf(string id, LogPlace place)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            // Rows without an id are not one case for that reason: each is a case of its own.
            do
                id = $"no-id-{++_withoutId}";
            while (_cases.ContainsKey(id));
            problems.Add(LogProblemKind.MissingCaseId, place, id);
        }

        if (!_cases.TryGetValue(id, out var found))
        {
            found = new Gathered(new LogCase { Id = id }, new CaseAssembly(reading, problems));
            _cases.Add(id, found);
            _order.Add(found);
        }

        return found;
    }

    private void TakeAttributes(CsvReader row, LogCase found, LogPlace place)
    {
        foreach (var (column, name) in columns.Attributes)
        {
            // An empty field is how CSV says that there is none.
            if (row.GetString(column) is not { Length: > 0 } value || found.Attributes.TryAdd(name, value))
                continue;
            if (found.Attributes[name] != value)
                problems.Add(LogProblemKind.DuplicateAttribute, place, found.Id, name);
        }
    }

    private long TimeOf(string text, LogPlace place, string caseId)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(LogProblemKind.MissingTime, place, caseId);
            return LogEvent.NoTime;
        }

        if (!LogDate.TryRead(text, reading.Zone, out var ticks, out var hasOffset))
        {
            problems.Add(LogProblemKind.BrokenDate, place, caseId, text);
            return LogEvent.NoTime;
        }

        if (!hasOffset)
            problems.Add(LogProblemKind.DateWithoutOffset, place, caseId, text);
        return ticks;
    }

    private int NumberOf(NameTable table, string name, int most, string what, LogPlace place)
    {
        if (string.IsNullOrWhiteSpace(name))
            return -1;
        var number = table.NumberOf(Name(name, place));
        return number < most ? number : throw new LogFormatException($"the log has more than {most} different {what}.", place);
    }

    private string Name(string name, LogPlace place) =>
        name.Length <= reading.Limits.LongestName
            ? name
            : throw new LogFormatException($"a name is longer than {reading.Limits.LongestName} characters.", place);

    private sealed class Gathered(LogCase gathered, CaseAssembly events)
    {
        public LogCase Case => gathered;

        public CaseAssembly Events => events;
    }
}
