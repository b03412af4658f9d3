namespace MinhBach.ProcessMining;

/// <summary>A sequence of completed activities that one or more cases went through.</summary>
public sealed class Variant
{
    private readonly int[] _activities;
    private readonly List<string> _examples = [];

    internal Variant(int number, int[] activities, ulong hash) => (Number, _activities, Hash) = (number, activities, hash);

    /// <summary>Number from 0 in the order of the first mention.</summary>
    public int Number { get; }

    /// <summary>The activities in order; numbers in <see cref="LogNames.Activities"/>.</summary>
    public ReadOnlySpan<int> Activities => _activities;

    /// <summary>How many cases went through it.</summary>
    public long Cases { get; private set; }

    /// <summary>The first three of their ids in ordinal order, so that merging in any order names the same.</summary>
    public IReadOnlyList<string> FirstCases => _examples;

    internal ulong Hash { get; }

    internal void Add(string caseId)
    {
        Cases++;
        Remember(caseId);
    }

    internal void Merge(Variant other)
    {
        Cases += other.Cases;
        foreach (var id in other._examples)
            Remember(id);
    }

    private void Remember(string caseId)
    {
        if (_examples.Count == 3)
        {
            if (string.CompareOrdinal(caseId, _examples[2]) >= 0)
                return;
            _examples.RemoveAt(2);
        }
        var place = _examples.BinarySearch(caseId, StringComparer.Ordinal);
        _examples.Insert(place < 0 ? ~place : place, caseId);
    }
}
