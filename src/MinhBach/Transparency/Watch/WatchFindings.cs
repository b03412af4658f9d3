namespace MinhBach.Transparency;

/// <summary>What was found, of each code the first hundred: a broken log can give a finding for each of a million entries.</summary>
internal sealed class WatchFindings
{
    private const int MostOfACode = 100;

    private readonly List<WatchFinding> kept = [];
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Those that were kept, in the order of being found.</summary>
    public IReadOnlyList<WatchFinding> Kept => kept;

    /// <summary>How many there are of each code.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>How many there are.</summary>
    public long Total => counts.Values.Sum();

    public void Add(WatchFinding finding)
    {
        var count = counts.GetValueOrDefault(finding.Code) + 1;
        counts[finding.Code] = count;
        if (count <= MostOfACode) kept.Add(finding);
    }

    public void AddAll(WatchFindings others)
    {
        kept.AddRange(others.kept);
        foreach (var (code, count) in others.counts) counts[code] = counts.GetValueOrDefault(code) + count;
    }
}
