namespace MinhBach.ProcessMining;

/// <summary>
/// What a reader found wrong. Everything is counted, without bound; the first <see cref="KeptOfAKind"/> of a kind are kept
/// with detail, so that one frequent kind does not hide the others. Not safe for several threads.
/// </summary>
public sealed class LogProblems
{
    /// <summary>How many of one kind are kept with detail.</summary>
    public const int KeptOfAKind = 20;

    private readonly SortedDictionary<LogProblemKind, long> _counts = [];
    private readonly List<LogProblem> _kept = [];

    /// <summary>How many there are of each kind; a kind that does not occur is not here.</summary>
    public IReadOnlyDictionary<LogProblemKind, long> Counts => _counts;

    /// <summary>The first of each kind, in the order in which they were found.</summary>
    public IReadOnlyList<LogProblem> Kept => _kept;

    /// <summary>
    /// How many values were sound and have no place in the model, and so were not read: further attributes of events,
    /// attributes of attributes, lists.
    /// </summary>
    public long NotRead { get; internal set; }

    /// <summary>How many problems there are altogether.</summary>
    public long Total => _counts.Values.Sum();

    /// <summary>How many there are of one kind.</summary>
    public long Count(LogProblemKind kind) => _counts.GetValueOrDefault(kind);

    internal void Add(LogProblemKind kind, LogPlace place = default, string? caseId = null, ReadOnlySpan<char> value = default)
    {
        var before = Count(kind);
        _counts[kind] = before + 1;
        if (before < (kind is LogProblemKind.DateWithoutOffset ? 1 : KeptOfAKind))
            _kept.Add(new LogProblem(kind, place, caseId, value.IsEmpty ? null : Cut(value)));
    }

    private static string Cut(ReadOnlySpan<char> value) =>
        value.Length <= LogProblem.LongestValue ? value.ToString() : string.Concat(value[..(LogProblem.LongestValue - 1)], "…");
}
