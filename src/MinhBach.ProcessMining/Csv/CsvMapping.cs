namespace MinhBach.ProcessMining;

/// <summary>Which column of a CSV file holds what. Names are those of the header, exactly.</summary>
public sealed record CsvMapping
{
    /// <summary>Column of the case's id.</summary>
    public required string Case { get; init; }

    /// <summary>Column of the activity.</summary>
    public required string Activity { get; init; }

    /// <summary>Column of the moment, null if the file has none.</summary>
    public string? Time { get; init; }

    /// <summary>Column of who did it, null if the file has none.</summary>
    public string? Resource { get; init; }

    /// <summary>Column of the unit, null if the file has none.</summary>
    public string? Unit { get; init; }

    /// <summary>Column of the moment of the activity's life (complete, start …), null if the file has none.</summary>
    public string? Lifecycle { get; init; }

    /// <summary>Column that tells two doings of one activity apart, null if the file has none.</summary>
    public string? Instance { get; init; }

    /// <summary>Columns that are attributes of the case, by their full name; besides all that begin with <c>case:</c>, which lose the prefix.</summary>
    public IReadOnlyList<string> CaseAttributes { get; init; } = [];

    /// <summary>What parts the fields; null, the default, finds it among comma, semicolon, tab and bar from the first lines.</summary>
    public char? Separator { get; init; }

    /// <summary>
    /// Guesses the mapping from usual English and Vietnamese names; null if no column is named like a case or none like an activity.
    /// Columns that are named like a case's due, done or start date are attributes of the case.
    /// </summary>
    public static CsvMapping? Guess(IReadOnlyList<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        if (PlainName.Find(header, CsvNames.Case) is not { } found || PlainName.Find(header, CsvNames.Activity) is not { } activity)
            return null;
        var mapping = new CsvMapping
        {
            Case = found,
            Activity = activity,
            Time = PlainName.Find(header, CsvNames.Time),
            Resource = PlainName.Find(header, CsvNames.Resource),
            Unit = PlainName.Find(header, CsvNames.Unit),
            Lifecycle = PlainName.Find(header, CsvNames.Lifecycle),
            Instance = PlainName.Find(header, CsvNames.Instance),
        };
        string?[] taken = [found, activity, mapping.Time, mapping.Resource, mapping.Unit, mapping.Lifecycle, mapping.Instance];
        var rest = header.Where(column => !taken.Contains(column)).ToList();
        return mapping with
        {
            CaseAttributes = [.. new[] { DueAttributes.DueNames, DueAttributes.DoneNames, DueAttributes.StartNames }
                .Select(names => DueAttributes.Find(rest, names)).OfType<string>().Where(column => !column.StartsWith(CsvNames.CasePrefix, StringComparison.Ordinal))],
        };
    }
}
