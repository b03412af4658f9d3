namespace MinhBach.ProcessMining;

/// <summary>That one passed work to another.</summary>
/// <param name="From">Who completed the step before; number in the name table of the fold.</param>
/// <param name="To">Who completed the next step.</param>
/// <param name="Times">How often.</param>
public readonly record struct HandOver(int From, int To, long Times);

/// <summary>How often each passes work to each, and how often each goes on with what they did themselves.</summary>
public sealed class HandOverTable
{
    private readonly PairTable _numbers = new();
    private readonly List<HandOver> _pairs = [];

    internal HandOverTable(NameTable names) => Names = names;

    /// <summary>The names that numbers refer to.</summary>
    public NameTable Names { get; }

    /// <summary>How often work passed from one to another.</summary>
    public long Total { get; private set; }

    /// <summary>How often the next step was done by the same.</summary>
    public long SelfTotal { get; private set; }

    /// <summary>Steps after which it is not told who did the one or the other.</summary>
    public long Unnamed { get; private set; }

    /// <summary>From one to another, the most frequent first.</summary>
    public IReadOnlyList<HandOver> ToOthers => Order(_pairs.Where(pair => pair.From != pair.To));

    /// <summary>From one to the same, the most frequent first.</summary>
    public IReadOnlyList<HandOver> ToSelf => Order(_pairs.Where(pair => pair.From == pair.To));

    internal void Count(int from, int to, long times = 1)
    {
        if (from < 0 || to < 0)
        {
            Unnamed += times;
            return;
        }
        if (from == to)
            SelfTotal += times;
        else
            Total += times;
        var number = _numbers.NumberOf(from, to, out var isNew);
        if (isNew)
            _pairs.Add(new HandOver(from, to, times));
        else
            _pairs[number] = _pairs[number] with { Times = _pairs[number].Times + times };
    }

    internal void Merge(HandOverTable other)
    {
        Unnamed += other.Unnamed;
        foreach (var pair in other._pairs)
            Count(Names.NumberOf(other.Names[pair.From]), Names.NumberOf(other.Names[pair.To]), pair.Times);
    }

    private List<HandOver> Order(IEnumerable<HandOver> pairs) =>
        [.. pairs.OrderByDescending(pair => pair.Times).ThenBy(pair => Names[pair.From], StringComparer.Ordinal).ThenBy(pair => Names[pair.To], StringComparer.Ordinal)];
}
