using System.Runtime.InteropServices;

namespace MinhBach.ProcessMining;

/// <summary>
/// One case and what happened in it, in order of time. Readers hand out the same object again for the next case:
/// who keeps it beyond the loop's step takes a <see cref="Copy"/>.
/// </summary>
public sealed class LogCase
{
    private readonly List<LogEvent> _events = [];
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>The case's id (XES <c>concept:name</c> of the trace).</summary>
    public string Id { get; set; } = "";

    /// <summary>The case's own attributes by their full key; dates as the log wrote them.</summary>
    public IDictionary<string, string> Attributes => _attributes;

    /// <summary>The events in order of time; those of the same moment, and those without one, in the order of the log.</summary>
    public ReadOnlySpan<LogEvent> Events => CollectionsMarshal.AsSpan(_events);

    /// <summary>Appends an event.</summary>
    public void Add(LogEvent happened) => _events.Add(happened);

    /// <summary>Forgets everything, so that the object can hold the next case.</summary>
    public void Clear()
    {
        Id = "";
        _events.Clear();
        _attributes.Clear();
    }

    /// <summary>A case of its own with the same content.</summary>
    public LogCase Copy()
    {
        var copy = new LogCase { Id = Id };
        copy._events.AddRange(_events);
        foreach (var (key, value) in _attributes)
            copy._attributes.Add(key, value);
        return copy;
    }
}
