using System.Text.RegularExpressions;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Mining.Mapping;

/// <summary>What has to hold of a map, whatever log it is for.</summary>
internal static partial class LogMapRules
{
    public const int LongestName = 200;
    public const int LongestSlug = 60;
    private const int LongestColumn = 4_096;
    private const int MostNames = 100_000;

    // The wizard's own address.
    private const string Taken = "moi";

    /// <summary>The map itself.</summary>
    /// <exception cref="RuleBroken">It breaks a rule; says which field.</exception>
    public static LogMap Checked(LogMap map)
    {
        if (map.Source.Name.Length > LongestName) throw Long("source.name", LongestName);
        if (!IsSlug(map.Source.Slug)) throw new RuleBroken("map.slug", "Sơ đồ cột, trường “{0}”: chỉ gồm chữ thường không dấu, chữ số và gạch nối, tối đa {1} ký tự, khác “{2}”; ví dụ mot-cua-cu.", "source.slug", LongestSlug, Taken);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(map.Zone) is null) throw new RuleBroken("map.zone", "Sơ đồ cột, trường “{0}”: không có múi giờ “{1}”; ví dụ đúng: Asia/Ho_Chi_Minh.", "zone", map.Zone);
        var columns = Named(map).ToList();
        foreach (var (field, column) in columns)
        {
            if (column.Length > LongestColumn) throw Long(field, LongestColumn);
        }

        // One date cannot be two things, and a place is not a date.
        if (columns.Where(column => column.Field.StartsWith("cases.", StringComparison.Ordinal)).GroupBy(column => column.Column, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new RuleBroken("map.twice", "Sơ đồ cột, trường “{0}”: cột “{1}” đã dùng cho “{2}”.", twice.Last().Field, twice.Key, twice.First().Field);
        if (map.Activities.Count > MostNames) throw new RuleBroken("map.many", "Sơ đồ cột, trường “{0}”: nhiều hơn {1} tên.", "activities", MostNames);
        if (map.Departments.Count > MostNames) throw new RuleBroken("map.many", "Sơ đồ cột, trường “{0}”: nhiều hơn {1} tên.", "departments", MostNames);
        return map;
    }

    /// <summary>Whether this can stand in an address.</summary>
    public static bool IsSlug(string text) => text.Length is > 0 and <= LongestSlug && text != Taken && Slug().IsMatch(text);

    /// <summary>Every column that a map names, with the field that names it.</summary>
    public static IEnumerable<(string Field, string Column)> Named(LogMap map) =>
        new (string Field, string? Column)[]
        {
            ("events.case", map.Events.Case), ("events.activity", map.Events.Activity), ("events.timestamp", map.Events.Timestamp), ("events.resource", map.Events.Resource),
            ("events.unit", map.Events.Unit), ("events.lifecycle", map.Events.Lifecycle), ("events.instance", map.Events.Instance),
            ("cases.due", map.Cases.Due), ("cases.done", map.Cases.Done), ("cases.start", map.Cases.Start),
            ("cases.department", map.Cases.Department), ("cases.channel", map.Cases.Channel), ("cases.person", map.Cases.Person),
        }.Where(named => named.Column is not null).Select(named => (named.Field, named.Column!));

    private static RuleBroken Long(string field, int most) => new("map.long", "Sơ đồ cột, trường “{0}”: dài hơn {1} ký tự.", field, most);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();
}
