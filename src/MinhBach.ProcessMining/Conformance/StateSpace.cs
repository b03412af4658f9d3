namespace MinhBach.ProcessMining;

/// <summary>The markings of a net by number and what leads from each to which, found when it is asked for and kept for the next trace.</summary>
internal sealed class StateSpace
{
    private readonly Dictionary<byte[], int> _numbers = new(new SameTokens());
    private readonly List<byte[]> _markings = [];
    private readonly List<Firing[]?> _next = [];

    public StateSpace(PetriNet net)
    {
        Net = net;
        var tokens = new byte[net.Places];
        tokens[net.Initial] = 1;
        Initial = NumberOf(tokens);
        tokens = new byte[net.Places];
        tokens[net.Final] = 1;
        Final = NumberOf(tokens);
    }

    public PetriNet Net { get; }

    public int Initial { get; }

    public int Final { get; }

    public ReadOnlySpan<byte> Tokens(int marking) => _markings[marking];

    /// <summary>What can fire. A place that holds 255 tokens takes no more: a net that grows without end is cut there.</summary>
    public ReadOnlySpan<Firing> Next(int marking)
    {
        if (_next[marking] is { } known)
            return known;
        var tokens = _markings[marking];
        var found = new List<Firing>();
        for (var transition = 0; transition < Net.Transitions.Length; transition++)
        {
            if (IsEnabled(tokens, transition) && Fire(tokens, transition) is { } after)
                found.Add(new Firing(transition, NumberOf(after)));
        }
        return _next[marking] = [.. found];
    }

    /// <summary>The marking after tokens were added to places.</summary>
    public int With(int marking, IEnumerable<int> added)
    {
        var tokens = (byte[])_markings[marking].Clone();
        foreach (var place in added)
            tokens[place]++;
        return NumberOf(tokens);
    }

    public IEnumerable<int> MissingFor(int marking, int transition)
    {
        var tokens = _markings[marking];
        return Net.Transitions[transition].Inputs.Where(place => tokens[place] == 0);
    }

    private int NumberOf(byte[] tokens)
    {
        if (_numbers.TryGetValue(tokens, out var number))
            return number;
        _numbers.Add(tokens, _markings.Count);
        _markings.Add(tokens);
        _next.Add(null);
        return _markings.Count - 1;
    }

    private bool IsEnabled(byte[] tokens, int transition)
    {
        foreach (var place in Net.Transitions[transition].Inputs)
        {
            if (tokens[place] == 0)
                return false;
        }
        return true;
    }

    private byte[]? Fire(byte[] before, int transition)
    {
        var tokens = (byte[])before.Clone();
        foreach (var place in Net.Transitions[transition].Inputs)
            tokens[place]--;
        foreach (var place in Net.Transitions[transition].Outputs)
        {
            if (tokens[place]++ == byte.MaxValue)
                return null;
        }
        return tokens;
    }

    private sealed class SameTokens : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] tokens)
        {
            var hash = default(HashCode);
            hash.AddBytes(tokens);
            return hash.ToHashCode();
        }
    }
}

/// <summary>That a transition leads to a marking.</summary>
internal readonly record struct Firing(int Transition, int Marking);
