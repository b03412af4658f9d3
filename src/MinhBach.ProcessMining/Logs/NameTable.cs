namespace MinhBach.ProcessMining;

/// <summary>Names and the numbers that stand for them, from 0 in the order of their first mention. Not safe for several threads.</summary>
public sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _names = [];

    /// <summary>Creates an empty table.</summary>
    public NameTable() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many names there are.</summary>
    public int Count => _names.Count;

    /// <summary>The name of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public string this[int number] => _names[number];

    /// <summary>The number of a name, which is entered if it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> name)
    {
        if (_bySpan.TryGetValue(name, out var number))
            return number;
        var text = name.ToString();
        _numbers.Add(text, _names.Count);
        _names.Add(text);
        return _names.Count - 1;
    }

    /// <summary>The number of a name, or -1 if it was never mentioned.</summary>
    public int Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var number) ? number : -1;
}
