using System.Globalization;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>Which part of a board a list is about: all, or the cases of one month, of one step, or of one value of an attribute.</summary>
/// <param name="Month">Done in this month, yyyymm.</param>
/// <param name="Activity">Number of an activity that was completed in them.</param>
/// <param name="Part">Place of an attribute in <see cref="ImportedLine.Parts"/>.</param>
/// <param name="Value">Number of its value; -1 for the cases that have none.</param>
internal sealed record ImportedFilter(int? Month = null, int? Activity = null, int? Part = null, int Value = -1)
{
    public static ImportedFilter None { get; } = new();

    public bool Takes(ImportedLine line, DateTimeZone zone) =>
        (Month is not { } month || line.MonthIn(zone) == month)
        && (Activity is not { } activity || line.Activities.Contains(activity))
        && (Part is not { } part || line.Parts[part] == Value);

    /// <summary>Reads an address; null when it names something that the log does not have.</summary>
    public static ImportedFilter? Read(ImportedLog log, IQueryCollection query)
    {
        var (month, step, part, value) = (Number(query, "thang"), Number(query, "buoc"), Number(query, "theo"), Number(query, "so"));
        var isThere = month is null or > 0
            && IsWithin(step, log.Report.Map.Names.Activities.Count)
            && IsWithin(part, log.Values.Count)
            && (value is null || (part is { } of && IsWithin(value, log.Values[of].Count)));
        return isThere ? new(month, step, part, value ?? -1) : null;
    }

    /// <summary>The address of a list.</summary>
    public string Address(ImportedSource source, ImportedMeasure measure, int? after = null)
    {
        var query = new QueryString().Add("dem", measure.Slug);
        if (Month is { } month) query = Add(query, "thang", month);
        if (Activity is { } activity) query = Add(query, "buoc", activity);
        if (Part is { } part) query = Add(query, "theo", part);
        if (Value >= 0) query = Add(query, "so", Value);
        if (after is { } place) query = Add(query, "sau", place);
        return source.Address + "/vu-viec" + query;
    }

    /// <summary>A whole number in an address; -1 for what is none, null when it is not there.</summary>
    public static int? Number(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } text, ..] ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1 : null;

    private static bool IsWithin(int? number, int count) => number is null || (number >= 0 && number < count);

    private static QueryString Add(QueryString query, string name, int number) => query.Add(name, number.ToString(CultureInfo.InvariantCulture));
}
