using MinhBach.ProcessMining;

namespace MinhBach.Mining.Mapping;

/// <summary>The cases of a log as a map tells them: its names for activities and departments, and of the attributes only those that it names.</summary>
internal sealed class MappedCases(LogMap map, LogNames from)
{
    private readonly LogCase mapped = new();
    private readonly IReadOnlyList<string> kept = map.Cases.All;
    private readonly List<int> activities = [];
    private readonly List<int> resources = [];
    private readonly List<int> units = [];

    /// <summary>The names that the cases' events refer to; they grow while the cases are read.</summary>
    public LogNames Names { get; } = new();

    /// <summary>The cases, one after another in one and the same object.</summary>
    public IEnumerable<LogCase> Of(IEnumerable<LogCase> cases)
    {
        foreach (var found in cases)
        {
            mapped.Clear();
            mapped.Id = found.Id;
            foreach (var name in kept)
            {
                if (found.Attributes.TryGetValue(name, out var value)) mapped.Attributes[name] = name == map.Cases.Department ? map.Departments.GetValueOrDefault(value, value) : value;
            }

            foreach (ref readonly var happened in found.Events)
            {
                mapped.Add(happened with
                {
                    Activity = Renamed(happened.Activity, from.Activities, Names.Activities, activities, map.Activities),
                    Resource = Renamed(happened.Resource, from.Resources, Names.Resources, resources, null),
                    Unit = Renamed(happened.Unit, from.Units, Names.Units, units, map.Departments),
                });
            }

            yield return mapped;
        }
    }

    private static int Renamed(int number, NameTable from, NameTable to, List<int> known, IReadOnlyDictionary<string, string>? names)
    {
        if (number < 0) return number;
        while (known.Count <= number) known.Add(-1);
        if (known[number] < 0) known[number] = to.NumberOf(names is null ? from[number] : names.GetValueOrDefault(from[number], from[number]));
        return known[number];
    }
}
