namespace MinhBach.ProcessMining;

/// <summary>A mapping as positions in the header; -1 where a column is not mapped.</summary>
internal sealed class CsvColumns
{
    /// <param name="header">The names of the columns.</param>
    /// <param name="mapping">What each is.</param>
    /// <param name="ofCase">Columns that are attributes of the case too, where they are there.</param>
    public CsvColumns(string[] header, CsvMapping mapping, IReadOnlyList<string> ofCase)
    {
        Case = Of(header, mapping.Case);
        Activity = Of(header, mapping.Activity);
        Time = Of(header, mapping.Time);
        Resource = Of(header, mapping.Resource);
        Unit = Of(header, mapping.Unit);
        Lifecycle = Of(header, mapping.Lifecycle);
        Instance = Of(header, mapping.Instance);
        var listed = mapping.CaseAttributes.Concat(ofCase.Intersect(header, StringComparer.Ordinal)).Select(name => (Of(header, name), name));
        var prefixed = header.Index()
            .Where(column => column.Item.StartsWith(CsvNames.CasePrefix, StringComparison.Ordinal) && column.Index != Case)
            .Select(column => (column.Index, column.Item[CsvNames.CasePrefix.Length..]));
        Attributes = [.. listed.Concat(prefixed).DistinctBy(column => column.Item1)];
        NotMapped = header.Length - Attributes.Select(column => column.Column).Concat([Case, Activity, Time, Resource, Unit, Lifecycle, Instance]).Where(column => column >= 0).Distinct().Count();
    }

    public int Case { get; }

    public int Activity { get; }

    public int Time { get; }

    public int Resource { get; }

    public int Unit { get; }

    public int Lifecycle { get; }

    public int Instance { get; }

    public IReadOnlyList<(int Column, string Name)> Attributes { get; }

    /// <summary>Columns of which nothing is read.</summary>
    public int NotMapped { get; }

    private static int Of(string[] header, string? name)
    {
        if (name is null)
            return -1;
        var column = Array.IndexOf(header, name);
        return column >= 0 ? column : throw new LogFormatException($"there is no column \"{name}\".", new LogPlace(1, 0));
    }
}
