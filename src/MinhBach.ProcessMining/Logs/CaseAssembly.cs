using System.Runtime.InteropServices;

namespace MinhBach.ProcessMining;

/// <summary>Collects the events of one case as a file tells them, and hands them over in order of time.</summary>
internal sealed class CaseAssembly(LogReading reading, LogProblems problems)
{
    private readonly List<Entry> _entries = [];
    // Made when the first is needed: a CSV file's cases are all assembled at once, and few of them need either.
    private Dictionary<(int Activity, int Instance), long>? _started;
    private HashSet<(int Activity, int Resource, LogLifecycle Lifecycle, int Instance)>? _sameMoment;
    private long _latest = LogEvent.NoTime;
    private bool _isOrdered = true;

    public bool IsEmpty => _entries.Count == 0;

    /// <param name="instance">A hash of <c>concept:instance</c>, 0 where there is none.</param>
    public void Add(LogEvent happened, int instance, LogPlace place, string? caseId)
    {
        if (_entries.Count == reading.Limits.MostEventsPerCase)
            throw new LogFormatException($"the case {caseId} has more than {reading.Limits.MostEventsPerCase} events.", place);
        if (happened.HasTime)
        {
            LookBack(happened, instance, place, caseId);
            _latest = Math.Max(_latest, happened.UnixTicks);
        }

        var key = happened.HasTime ? happened.UnixTicks : _entries.Count == 0 ? LogEvent.NoTime : _entries[^1].Key;
        _entries.Add(new Entry(happened, key, _entries.Count, instance, place));
    }

    /// <summary>Puts the events into the case, and is empty again.</summary>
    public void MoveTo(LogCase target)
    {
        var entries = CollectionsMarshal.AsSpan(_entries);
        if (!_isOrdered)
            entries.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Index.CompareTo(b.Index));
        for (var from = 0; from < entries.Length;)
        {
            var to = from + 1;
            while (to < entries.Length && entries[to].Key == entries[from].Key)
                to++;
            HandOver(entries[from..to], target);
            from = to;
        }

        Clear();
    }

    public void Clear()
    {
        _entries.Clear();
        _started?.Clear();
        _latest = LogEvent.NoTime;
        _isOrdered = true;
    }

    private void LookBack(LogEvent happened, int instance, LogPlace place, string? caseId)
    {
        if (happened.UnixTicks < _latest)
        {
            _isOrdered = false;
            problems.Add(LogProblemKind.OutOfOrder, place, caseId);
        }

        if (happened.Lifecycle is LogLifecycle.Start)
        {
            (_started ??= [])[(happened.Activity, instance)] = happened.UnixTicks;
        }
        else if (happened.Lifecycle is LogLifecycle.Complete && _started is { Count: > 0 }
            && _started.Remove((happened.Activity, instance), out var start) && happened.UnixTicks < start)
        {
            problems.Add(LogProblemKind.EndBeforeStart, place, caseId);
        }
    }

    private void HandOver(Span<Entry> sameMoment, LogCase target)
    {
        foreach (ref readonly var entry in sameMoment)
        {
            var (what, _, _, instance, place) = entry;
            if (sameMoment.Length > 1 && what.HasTime && !(_sameMoment ??= []).Add((what.Activity, what.Resource, what.Lifecycle, instance)))
            {
                problems.Add(LogProblemKind.DuplicateEvent, place, target.Id);
                if (reading.DropDuplicateEvents)
                    continue;
            }

            target.Add(what);
        }

        if (_sameMoment is { Count: > 0 })
            _sameMoment.Clear();
    }

    /// <param name="Key">The moment by which it is ordered: its own, or that of the event before it.</param>
    private readonly record struct Entry(LogEvent What, long Key, int Index, int Instance, LogPlace Place);
}
