namespace MinhBach.ProcessMining;

/// <summary>Numbers pairs of small numbers from 0 in the order of their first mention: a plain square while that is small, a hash table beyond.</summary>
internal sealed class PairTable
{
    private const int LargestSquare = 1024;

    private readonly Dictionary<long, int> _hashed = [];
    private int[] _square = [];
    private int _side;

    public int Count { get; private set; }

    /// <summary>The pair's number; <paramref name="isNew"/> says that it was just given.</summary>
    public int NumberOf(int from, int to, out bool isNew)
    {
        if ((uint)from < (uint)_side && (uint)to < (uint)_side)
        {
            ref var cell = ref _square[(from * _side) + to];
            isNew = cell == 0;
            if (isNew)
                cell = ++Count;
            return cell - 1;
        }
        if (Math.Max(from, to) >= LargestSquare)
            return NumberOfHashed(from, to, out isNew);
        Grow(Math.Max(from, to));
        return NumberOf(from, to, out isNew);
    }

    /// <summary>The pair's number, or -1 if it was never mentioned.</summary>
    public int Find(int from, int to)
    {
        if ((uint)from < (uint)_side && (uint)to < (uint)_side)
            return _square[(from * _side) + to] - 1;
        return _hashed.TryGetValue(Key(from, to), out var number) ? number : -1;
    }

    private int NumberOfHashed(int from, int to, out bool isNew)
    {
        isNew = !_hashed.TryGetValue(Key(from, to), out var number);
        if (isNew)
            _hashed.Add(Key(from, to), number = Count++);
        return number;
    }

    private void Grow(int largest)
    {
        var side = Math.Max(32, _side);
        while (side <= largest)
            side *= 2;
        var square = new int[side * side];
        for (var from = 0; from < _side; from++)
            _square.AsSpan(from * _side, _side).CopyTo(square.AsSpan(from * side));
        (_square, _side) = (square, side);
    }

    private static long Key(int from, int to) => ((long)from << 32) | (uint)to;
}
