namespace MinhBach.ProcessMining;

/// <summary>Reads the events of a case. This is where a large log spends its time: no strings are made here.</summary>
internal sealed class XesEvents(XesXml xml, LogReading reading, LogNames names, LogProblems problems, CaseAssembly assembly)
{
    private const int None = -1;

    private string? _case;
    private IDictionary<string, string> _ofCase = null!;
    private Found _found;
    private int _activity;
    private int _resource;
    private int _unit;
    private int _instance;
    private LogLifecycle _lifecycle;
    private long _ticks;

    [Flags]
    private enum Found
    {
        Nothing = 0,
        Activity = 1,
        Time = 2,
        Resource = 4,
        Unit = 8,
        Lifecycle = 16,
        Instance = 32,
    }

    /// <summary>Reads the event that the reader stands on, up to its end.</summary>
    public void Read(LogCase target)
    {
        var place = xml.Place;
        var caseId = target.Id.Length == 0 ? null : target.Id;
        _case = caseId;
        _ofCase = target.Attributes;
        _found = Found.Nothing;
        _activity = _resource = _unit = None;
        _instance = 0;
        _lifecycle = LogLifecycle.Complete;
        _ticks = LogEvent.NoTime;
        ReadAttributes();
        if (_activity == None)
        {
            problems.Add(LogProblemKind.MissingActivity, place, caseId);
            return;
        }

        if ((_found & Found.Time) == Found.Nothing)
            problems.Add(LogProblemKind.MissingTime, place, caseId);
        assembly.Add(new LogEvent(_activity, _resource, _unit, _lifecycle, _ticks), _instance, place, caseId);
    }

    private void ReadAttributes()
    {
        var depth = xml.Depth;
        if (xml.IsEmpty)
            return;
        while (xml.ReadWithin(depth))
        {
            if (!xml.IsElement)
                continue;
            if (!xml.Names.IsAttribute(xml.LocalName))
                problems.Add(LogProblemKind.UnknownElement, xml.Place, _case, xml.LocalName);
            else if (xml.TryReadKey(out var key))
                Take(key);
            else
                problems.Add(LogProblemKind.BrokenAttribute, xml.Place, _case, xml.LocalName);
            problems.NotRead += xml.SkipWithin();
        }
    }

    private void Take(ReadOnlySpan<char> key)
    {
        var kind = key switch
        {
            "concept:name" => Found.Activity,
            "time:timestamp" => Found.Time,
            "org:resource" => Found.Resource,
            "org:group" => Found.Unit,
            "lifecycle:transition" => Found.Lifecycle,
            "concept:instance" => Found.Instance,
            _ => Found.Nothing,
        };
        if (kind == Found.Nothing)
        {
            if (!TakeForCase(key))
                problems.NotRead++;
        }
        else if ((_found & kind) != Found.Nothing)
        {
            problems.Add(LogProblemKind.DuplicateAttribute, xml.Place, _case, key);
        }
        else if (xml.TryReadValue(out var value))
        {
            _found |= kind;
            Take(kind, value);
        }
        else
        {
            problems.Add(LogProblemKind.BrokenAttribute, xml.Place, _case, key);
        }
    }

    private bool TakeForCase(ReadOnlySpan<char> key)
    {
        foreach (var name in reading.CaseAttributes)
        {
            if (!key.SequenceEqual(name))
                continue;
            // The first value is the case's; empty ones are none.
            if (!_ofCase.ContainsKey(name) && xml.TryReadValue(out var value) && !value.IsEmpty)
                _ofCase.Add(name, value.ToString());
            return true;
        }

        return false;
    }

    private void Take(Found kind, ReadOnlySpan<char> value)
    {
        switch (kind)
        {
            case Found.Activity:
                _activity = NumberOf(names.Activities, value, reading.Limits.MostActivities, "activities");
                break;
            case Found.Resource:
                _resource = NumberOf(names.Resources, value, reading.Limits.MostResources, "resources");
                break;
            case Found.Unit:
                _unit = NumberOf(names.Units, value, reading.Limits.MostResources, "units");
                break;
            case Found.Time:
                ReadTime(value);
                break;
            case Found.Lifecycle:
                _lifecycle = LifecycleText.Read(value);
                break;
            case Found.Instance:
                _instance = TextHash.ShortOf(value);
                break;
            case Found.Nothing:
                break;
        }
    }

    private int NumberOf(NameTable table, ReadOnlySpan<char> name, int most, string what)
    {
        if (name.IsWhiteSpace())
            return None;
        var number = table.NumberOf(name);
        return number < most ? number : throw new LogFormatException($"the log has more than {most} different {what}.", xml.Place);
    }

    private void ReadTime(ReadOnlySpan<char> value)
    {
        if (!LogDate.TryRead(value, reading.Zone, out var ticks, out var hasOffset))
        {
            problems.Add(LogProblemKind.BrokenDate, xml.Place, _case, value);
            return;
        }

        _ticks = ticks;
        if (!hasOffset)
            problems.Add(LogProblemKind.DateWithoutOffset, xml.Place, _case, value);
    }
}
