namespace MinhBach.Procedures.Search;

/// <summary>Searches the procedures in force today. Built from the catalogue when it changes, then read without a query.</summary>
public sealed class ProcedureSearch(ProcedureCatalog catalog)
{
    private SearchIndex? index;

    /// <summary>One page of answers with the counts of every filter.</summary>
    public SearchAnswer Find(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var current = Current();
        var found = current.Find(request.Text ?? "").Select(i => current.Procedures[i]).ToList();
        var chosen = found.Where(request.Admits).ToList();
        return new SearchAnswer(
            chosen.Count,
            [.. chosen.Skip(request.Skip).Take(request.Take)],
            Count<string>(found.Where((request with { Field = null }).Admits), one => [one.Field]),
            Count(found.Where((request with { Level = null }).Admits), one => one.Levels),
            Count(found.Where((request with { Audience = null }).Admits), one => one.Audiences),
            Count(found.Where((request with { Agency = null }).Admits), SearchRequest.Agencies));
    }

    /// <summary>The best few for what has been typed so far.</summary>
    public IReadOnlyList<ProcedureVersion> Suggest(string text, int count = 8)
    {
        var current = Current();
        return string.IsNullOrWhiteSpace(text) ? [] : [.. current.Find(text).Take(count).Select(i => current.Procedures[i])];
    }

    internal SearchIndex Current()
    {
        var procedures = catalog.All;
        var known = index;
        if (known is not null && ReferenceEquals(known.Procedures, procedures))
            return known;
        return index = new SearchIndex(procedures);
    }

    private static List<SearchCount<T>> Count<T>(IEnumerable<ProcedureVersion> procedures, Func<ProcedureVersion, IEnumerable<T>> values)
        where T : notnull =>
        [.. procedures.SelectMany(values).GroupBy(value => value).Select(group => new SearchCount<T>(group.Key, group.Count())).OrderByDescending(one => one.Count)];
}

/// <summary>What is searched for. Empty text means all procedures, by code.</summary>
public sealed record SearchRequest(
    string? Text = null,
    string? Field = null,
    ProcedureLevel? Level = null,
    Audience? Audience = null,
    string? Agency = null,
    int Skip = 0,
    int Take = 20)
{
    private static readonly string[] Separators = [", ", "\n", "; "];

    internal bool Admits(ProcedureVersion procedure) =>
        (Field is null || procedure.Field == Field)
        && (Level is not { } level || procedure.Levels.Contains(level))
        && (Audience is not { } audience || procedure.Audiences.Contains(audience))
        && (Agency is null || Agencies(procedure).Contains(Agency, StringComparer.Ordinal));

    internal static IEnumerable<string> Agencies(ProcedureVersion procedure) =>
        (procedure.ProcessingAuthority ?? procedure.CompetentAuthority ?? "")
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.Ordinal);
}

/// <summary>A page of answers; counts say how many answers each value of a filter would leave.</summary>
public sealed record SearchAnswer(
    int Total,
    IReadOnlyList<ProcedureVersion> Page,
    IReadOnlyList<SearchCount<string>> Fields,
    IReadOnlyList<SearchCount<ProcedureLevel>> Levels,
    IReadOnlyList<SearchCount<Audience>> Audiences,
    IReadOnlyList<SearchCount<string>> Agencies);

/// <summary>A value of a filter and how many answers it has.</summary>
public sealed record SearchCount<T>(T Value, int Count);
