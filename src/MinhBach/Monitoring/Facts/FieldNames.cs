using System.Collections.Concurrent;

namespace MinhBach.Monitoring;

/// <summary>The names of fields, each kept once: a few dozen, not a million copies.</summary>
internal sealed class FieldNames
{
    private readonly ConcurrentDictionary<string, string> kept;
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public FieldNames()
    {
        kept = new(StringComparer.Ordinal);
        bySpan = kept.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The one copy of a name.</summary>
    public string Same(ReadOnlySpan<char> name)
    {
        if (bySpan.TryGetValue(name, out var same)) return same;
        var text = name.ToString();
        return kept.GetOrAdd(text, text);
    }
}
