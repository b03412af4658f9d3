using MinhBach.Kernel;
using MinhBach.ProcessMining;

namespace MinhBach.Mining.Mapping;

/// <summary>The columns of a CSV file by a map and the file's own header.</summary>
internal static class CsvColumnsOf
{
    // Columns that begin so are attributes of the case without being named, and lose it.
    private const string CasePrefix = "case:";

    /// <exception cref="RuleBroken">A column is not there, or cannot be told.</exception>
    public static CsvMapping Map(LogMap map, IReadOnlyList<string> header)
    {
        foreach (var (field, column) in LogMapRules.Named(map))
        {
            if (!header.Contains(column, StringComparer.Ordinal) && !(field.StartsWith("cases.", StringComparison.Ordinal) && header.Contains(CasePrefix + column, StringComparer.Ordinal)))
                throw new RuleBroken("map.column", "Sơ đồ cột, trường “{0}”: tệp không có cột “{1}”; các cột là: {2}.", field, column, string.Join(", ", header.Take(50)));
        }

        var guessed = CsvMapping.Guess(header);
        return new()
        {
            Case = map.Events.Case ?? guessed?.Case ?? throw Missing("events.case"),
            Activity = map.Events.Activity ?? guessed?.Activity ?? throw Missing("events.activity"),
            Time = map.Events.Timestamp ?? guessed?.Time,
            Resource = map.Events.Resource ?? guessed?.Resource,
            Unit = map.Events.Unit ?? guessed?.Unit,
            Lifecycle = map.Events.Lifecycle ?? guessed?.Lifecycle,
            Instance = map.Events.Instance ?? guessed?.Instance,
            CaseAttributes = [.. map.Cases.All.Where(name => header.Contains(name, StringComparer.Ordinal))],
        };
    }

    /// <summary>What a column is called as an attribute of the case.</summary>
    public static string AttributeOf(string column) => column.StartsWith(CasePrefix, StringComparison.Ordinal) ? column[CasePrefix.Length..] : column;

    private static RuleBroken Missing(string field) => new("map.missing", "Sơ đồ cột, trường “{0}”: còn thiếu.", field);
}
