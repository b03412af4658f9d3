using MinhBach.Kernel;

namespace MinhBach.Mining.Mapping;

/// <summary>What XES calls the parts of an event: a map may repeat these names, and say no others.</summary>
internal static class XesColumns
{
    public static EventColumns Standard { get; } = new()
    {
        Case = "concept:name",
        Activity = "concept:name",
        Timestamp = "time:timestamp",
        Resource = "org:resource",
        Unit = "org:group",
        Lifecycle = "lifecycle:transition",
        Instance = "concept:instance",
    };

    /// <exception cref="RuleBroken">A column is named otherwise.</exception>
    public static void Require(EventColumns columns)
    {
        foreach (var (field, given, standard) in new (string Field, string? Given, string? Standard)[]
        {
            ("events.case", columns.Case, Standard.Case), ("events.activity", columns.Activity, Standard.Activity), ("events.timestamp", columns.Timestamp, Standard.Timestamp),
            ("events.resource", columns.Resource, Standard.Resource), ("events.unit", columns.Unit, Standard.Unit),
            ("events.lifecycle", columns.Lifecycle, Standard.Lifecycle), ("events.instance", columns.Instance, Standard.Instance),
        })
        {
            if (given is not null && given != standard) throw new RuleBroken("map.xes", "Sơ đồ cột, trường “{0}”: tệp XES luôn gọi nó là “{1}”; bỏ trường này.", field, standard!);
        }
    }
}
