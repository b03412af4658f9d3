namespace MinhBach.ProcessMining;

/// <summary>The distinct sequences of completed activities, folded from cases one at a time. Memory grows with the distinct sequences, not with the cases.</summary>
/// <param name="names">The names that the cases' events refer to.</param>
public sealed class Variants(LogNames names)
{
    private readonly CompletedSteps _steps = new();
    private readonly List<Variant> _variants = [];
    // Number + 1 of the variant in each slot; 0 is free. The length is a power of two.
    private int[] _slots = new int[64];

    /// <summary>The names that activities refer to.</summary>
    public LogNames Names { get; } = names;

    /// <summary>All cases.</summary>
    public long Cases { get; private set; }

    /// <summary>The variants by <see cref="Variant.Number"/>.</summary>
    public IReadOnlyList<Variant> All => _variants;

    /// <summary>The variants, the most frequent first; those as frequent as each other by their first case's id.</summary>
    public IReadOnlyList<Variant> ByFrequency =>
        [.. _variants.OrderByDescending(variant => variant.Cases).ThenBy(variant => variant.FirstCases[0], StringComparer.Ordinal)];

    /// <summary>Adds a case. The object is not kept.</summary>
    public void Add(LogCase happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Cases++;
        Enter(_steps.Of(happened)).Add(happened.Id);
    }

    /// <summary>The variant of a case, or null if no case like it was added.</summary>
    public Variant? Find(LogCase happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var activities = _steps.Of(happened);
        var slot = SlotOf(activities, HashOf(activities));
        return _slots[slot] == 0 ? null : _variants[_slots[slot] - 1];
    }

    /// <summary>The names of a variant's activities in order.</summary>
    public IReadOnlyList<string> NamesOf(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        var list = new List<string>(variant.Activities.Length);
        foreach (var activity in variant.Activities)
            list.Add(Names.Activities[activity]);
        return list;
    }

    /// <summary>Adds all that others were folded from. Activities are matched by name.</summary>
    public void Merge(Variants other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Cases += other.Cases;
        foreach (var variant in other._variants)
        {
            var activities = new int[variant.Activities.Length];
            for (var i = 0; i < activities.Length; i++)
                activities[i] = Names.Activities.NumberOf(other.Names.Activities[variant.Activities[i]]);
            Enter(activities).Merge(variant);
        }
    }

    private Variant Enter(ReadOnlySpan<int> activities)
    {
        var hash = HashOf(activities);
        var slot = SlotOf(activities, hash);
        if (_slots[slot] > 0)
            return _variants[_slots[slot] - 1];
        var variant = new Variant(_variants.Count, activities.ToArray(), hash);
        _variants.Add(variant);
        _slots[slot] = _variants.Count;
        if (_variants.Count * 2 > _slots.Length)
            Grow();
        return variant;
    }

    /// <summary>The slot of a sequence, or the free one in which it belongs. Equal hashes are not taken for equal sequences.</summary>
    private int SlotOf(ReadOnlySpan<int> activities, ulong hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            if (_slots[slot] == 0)
                return slot;
            var variant = _variants[_slots[slot] - 1];
            if (variant.Hash == hash && variant.Activities.SequenceEqual(activities))
                return slot;
        }
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var variant in _variants)
        {
            var slot = (int)variant.Hash & mask;
            while (_slots[slot] > 0)
                slot = (slot + 1) & mask;
            _slots[slot] = variant.Number + 1;
        }
    }

    private static ulong HashOf(ReadOnlySpan<int> activities)
    {
        // Multiply and fold, so that both ends of the word carry what came before.
        var hash = 0x9E37_79B9_7F4A_7C15UL;
        foreach (var activity in activities)
        {
            hash = (hash ^ (uint)activity) * 0xFF51_AFD7_ED55_8CCDUL;
            hash ^= hash >> 32;
        }
        return hash;
    }
}
