using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MinhBach.Bpmn;

/// <summary>Names with FEEL values: immutable, sorted by name, cheap while small. The variables of a process are one.</summary>
[JsonConverter(typeof(FeelContextConverter))]
public sealed class FeelContext : IReadOnlyDictionary<string, FeelValue>, IEquatable<FeelContext>
{
    private readonly string[] names;
    private readonly FeelValue[] values;

    private FeelContext(string[] names, FeelValue[] values)
    {
        this.names = names;
        this.values = values;
    }

    /// <summary>No names.</summary>
    public static FeelContext Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => names.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => names;

    /// <inheritdoc/>
    public IEnumerable<FeelValue> Values => values;

    /// <summary>The value of a name; null where the name is unknown, as FEEL has it.</summary>
    public FeelValue this[string key] => TryGetValue(key, out var value) ? value : FeelValue.Null;

    /// <summary>A context of these names; a later one wins over an earlier one of the same name.</summary>
    public static FeelContext Of(params IEnumerable<KeyValuePair<string, FeelValue>> entries) => Empty.With(entries);

    /// <summary>A context of these names; a later one wins over an earlier one of the same name.</summary>
    public static FeelContext Of(params (string Name, FeelValue Value)[] entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var result = Empty;
        foreach (var (name, value) in entries)
            result = result.With(name, value);
        return result;
    }

    /// <summary>This context with a name set.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        var at = Array.BinarySearch(names, name, StringComparer.Ordinal);
        if (at >= 0)
        {
            var changed = (FeelValue[])values.Clone();
            changed[at] = value;
            return new FeelContext(names, changed);
        }
        at = ~at;
        var newNames = new string[names.Length + 1];
        var newValues = new FeelValue[names.Length + 1];
        Array.Copy(names, newNames, at);
        Array.Copy(values, newValues, at);
        newNames[at] = name;
        newValues[at] = value;
        Array.Copy(names, at, newNames, at + 1, names.Length - at);
        Array.Copy(values, at, newValues, at + 1, names.Length - at);
        return new FeelContext(newNames, newValues);
    }

    /// <summary>This context with names set; they win over those it has.</summary>
    public FeelContext With(IEnumerable<KeyValuePair<string, FeelValue>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (Count == 0 && entries is FeelContext whole)
            return whole;
        var result = this;
        foreach (var (name, value) in entries)
            result = result.With(name, value);
        return result;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Array.BinarySearch(names, key, StringComparer.Ordinal) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FeelValue value)
    {
        var at = Array.BinarySearch(names, key, StringComparer.Ordinal);
        value = at >= 0 ? values[at] : default;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
            yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(FeelContext? other) =>
        other is not null && names.AsSpan().SequenceEqual(other.names) && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    /// <inheritdoc/>
    public override int GetHashCode() => names.Length == 0 ? 0 : HashCode.Combine(names.Length, names[0], values[0]);

    /// <inheritdoc/>
    public override string ToString() => "{" + string.Join(", ", this.Select(entry => $"{entry.Key}: {entry.Value}")) + "}";
}
