using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>Takes in what a reader of either format found, and checks it.</summary>
internal sealed class ObjectLogIntake(LogReading reading, LogProblems problems)
{
    public ObjectLog Log { get; } = new();

    public LogLimits Limits => reading.Limits;

    public void AddEventType(string? name, IEnumerable<(string? Name, string? Type)> attributes, LogPlace place) =>
        Add(name, attributes, Log.TryAddEventType, place);

    public void AddObjectType(string? name, IEnumerable<(string? Name, string? Type)> attributes, LogPlace place) =>
        Add(name, attributes, Log.TryAddObjectType, place);

    public void AddEvent(FoundThing found, LogPlace place)
    {
        if (!HasIdAndType(found, place))
            return;
        if (found.Time is null)
            problems.Add(LogProblemKind.MissingTime, place, found.Id);
        var happened = new ObjectLogEvent { Id = found.Id!, Type = found.Type!, At = TimeOf(found.Time, found.Id!, place) };
        foreach (var (name, value, _) in found.Attributes)
        {
            if (name is null || value is null)
                problems.Add(LogProblemKind.BrokenAttribute, place, found.Id, name);
            else if (!happened.Attributes.TryAdd(name, Checked(value, place)))
                problems.Add(LogProblemKind.DuplicateAttribute, place, found.Id, name);
        }

        Relate(found, happened.Objects, place);
        if (!Log.TryAdd(happened))
            problems.Add(LogProblemKind.DuplicateId, place, found.Id);
    }

    public void AddObject(FoundThing found, LogPlace place)
    {
        if (!HasIdAndType(found, place))
            return;
        var thing = new ObjectLogObject { Id = found.Id!, Type = found.Type! };
        foreach (var (name, value, time) in found.Attributes)
        {
            if (name is null || value is null)
                problems.Add(LogProblemKind.BrokenAttribute, place, found.Id, name);
            else
                thing.Attributes.Add(new ObjectAttribute(name, Checked(value, place), TimeOf(time, found.Id!, place)));
        }

        Relate(found, thing.Objects, place);
        if (!Log.TryAdd(thing))
            problems.Add(LogProblemKind.DuplicateId, place, found.Id);
    }

    /// <summary>Checks what can only be known at the end, for a reference may stand before what it refers to.</summary>
    public ObjectLog Finish()
    {
        var eventTypes = Log.EventTypes.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        var objectTypes = Log.ObjectTypes.Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var happened in Log.Events.Values)
            Check(happened.Id, happened.Type, eventTypes, happened.Objects);
        foreach (var thing in Log.Objects.Values)
            Check(thing.Id, thing.Type, objectTypes, thing.Objects);
        return Log;
    }

    public void Broken(LogPlace place) => problems.Add(LogProblemKind.BrokenRow, place);

    public void Unknown(string name, LogPlace place) => problems.Add(LogProblemKind.UnknownElement, place, null, name);

    private void Add(string? name, IEnumerable<(string? Name, string? Type)> attributes, Func<ObjectLogType, bool> add, LogPlace place)
    {
        if (string.IsNullOrEmpty(name))
            problems.Add(LogProblemKind.MissingId, place);
        else if (!add(new ObjectLogType(name, [.. attributes.Select(attribute => new ObjectAttributeType(attribute.Name ?? "", attribute.Type ?? "string"))])))
            problems.Add(LogProblemKind.DuplicateId, place, name);
        if (Log.EventTypes.Count > Limits.MostActivities || Log.ObjectTypes.Count > Limits.MostActivities)
            throw new LogFormatException($"the log has more than {Limits.MostActivities} types.", place);
    }

    private bool HasIdAndType(FoundThing found, LogPlace place)
    {
        if (found.Id?.Length > Limits.LongestName || found.Type?.Length > Limits.LongestName)
            throw new LogFormatException($"an id or type is longer than {Limits.LongestName} characters.", place);
        if (!string.IsNullOrEmpty(found.Id) && !string.IsNullOrEmpty(found.Type))
            return true;
        problems.Add(LogProblemKind.MissingId, place, found.Id, found.Type);
        return false;
    }

    private Instant? TimeOf(string? text, string id, LogPlace place)
    {
        if (text is null)
            return null;
        if (!LogDate.TryRead(text, reading.Zone, out var ticks, out var hasOffset))
        {
            problems.Add(LogProblemKind.BrokenDate, place, id, text);
            return null;
        }

        if (!hasOffset)
            problems.Add(LogProblemKind.DateWithoutOffset, place, id, text);
        return Instant.FromUnixTimeTicks(ticks);
    }

    private void Relate(FoundThing found, IList<ObjectRelation> relations, LogPlace place)
    {
        var seen = new HashSet<ObjectRelation>();
        foreach (var (objectId, qualifier) in found.Relations)
        {
            if (string.IsNullOrEmpty(objectId))
                problems.Add(LogProblemKind.DanglingReference, place, found.Id);
            else if (new ObjectRelation(objectId, qualifier ?? "") is var relation && seen.Add(relation))
                relations.Add(relation);
            else
                problems.Add(LogProblemKind.DuplicateRelation, place, found.Id, objectId);
        }
    }

    private void Check(string id, string type, HashSet<string> types, IList<ObjectRelation> relations)
    {
        if (!types.Contains(type))
            problems.Add(LogProblemKind.UndeclaredType, default, id, type);
        for (var i = relations.Count - 1; i >= 0; i--)
        {
            if (Log.Objects.ContainsKey(relations[i].ObjectId))
                continue;
            problems.Add(LogProblemKind.DanglingReference, default, id, relations[i].ObjectId);
            relations.RemoveAt(i);
        }
    }

    private string Checked(string value, LogPlace place) =>
        value.Length <= Limits.LongestValue ? value : throw new LogFormatException($"a value is longer than {Limits.LongestValue} characters.", place);
}
