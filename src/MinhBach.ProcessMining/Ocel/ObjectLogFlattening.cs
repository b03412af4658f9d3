using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>Turns an object-centric log into one of cases.</summary>
internal static class ObjectLogFlattening
{
    public static EventLog Of(ObjectLog log, string objectType, LogProblems problems)
    {
        var names = new LogNames();
        var assemblies = new Dictionary<string, CaseAssembly>(StringComparer.Ordinal);
        foreach (var thing in log.Objects.Values.Where(thing => thing.Type == objectType))
            assemblies.Add(thing.Id, new CaseAssembly(LogReading.Default, problems));
        foreach (var happened in log.Events.Values)
            Add(happened, names, assemblies, problems);
        return new EventLog(names, [.. assemblies.Select(one => CaseOf(log.Objects[one.Key], one.Value, problems))]);
    }

    private static void Add(ObjectLogEvent happened, LogNames names, Dictionary<string, CaseAssembly> assemblies, LogProblems problems)
    {
        // An object that an event touches in two roles is touched once.
        var touched = happened.Objects.Select(relation => relation.ObjectId).Distinct(StringComparer.Ordinal).Where(assemblies.ContainsKey).ToList();
        if (touched.Count == 0)
        {
            problems.Add(LogProblemKind.EventWithoutObject, default, happened.Id);
            return;
        }

        var what = new LogEvent(
            names.Activities.NumberOf(happened.Type),
            NumberOf(names.Resources, happened, "org:resource", "resource"),
            NumberOf(names.Units, happened, "org:group", "group"),
            LifecycleText.Read(happened.Attributes.TryGetValue("lifecycle:transition", out var lifecycle) ? lifecycle : ""),
            happened.At?.ToUnixTimeTicks() ?? LogEvent.NoTime);
        foreach (var id in touched)
            assemblies[id].Add(what, TextHash.ShortOf(happened.Id), default, id);
    }

    private static int NumberOf(NameTable table, ObjectLogEvent happened, string key, string other) =>
        (happened.Attributes.TryGetValue(key, out var name) || happened.Attributes.TryGetValue(other, out name)) && !string.IsNullOrWhiteSpace(name)
            ? table.NumberOf(name)
            : -1;

    private static LogCase CaseOf(ObjectLogObject thing, CaseAssembly assembly, LogProblems problems)
    {
        var found = new LogCase { Id = thing.Id };
        foreach (var attribute in thing.Attributes.OrderBy(attribute => attribute.From ?? Instant.MinValue))
            found.Attributes[attribute.Name] = attribute.Value;
        if (assembly.IsEmpty)
            problems.Add(LogProblemKind.EmptyCase, default, thing.Id);
        assembly.MoveTo(found);
        return found;
    }
}
