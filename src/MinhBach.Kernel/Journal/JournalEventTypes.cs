using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MinhBach.Kernel;

/// <summary>Which record stands behind which event name.</summary>
public sealed class JournalEventTypes
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();
    private readonly FrozenDictionary<string, Type> byName;

    /// <summary>Collects the marked records of the given assemblies.</summary>
    public JournalEventTypes(params IEnumerable<Assembly> assemblies) =>
        byName = assemblies.Distinct().SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<JournalEventAttribute>() is not null)
            .ToFrozenDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>The journal name of an event record.</summary>
    /// <exception cref="InvalidOperationException">The type carries no <see cref="JournalEventAttribute"/>.</exception>
    public static string NameOf(Type type) => Names.GetOrAdd(type, static t =>
        t.GetCustomAttribute<JournalEventAttribute>()?.Name ?? throw new InvalidOperationException($"{t} is not marked with [JournalEvent]."));

    /// <summary>Whether a record has this name.</summary>
    public bool Knows(string name) => byName.ContainsKey(name);

    /// <summary>Reads an event's data back into its record; null when no record has this name any more.</summary>
    public object? Read(string name, string data) =>
        byName.TryGetValue(name, out var type) ? JsonSerializer.Deserialize(data, type, KernelJson.Options) : null;

    /// <summary>How records of these types are read, by the names of their events.</summary>
    internal static IReadOnlyDictionary<string, JsonTypeInfo> Of(IEnumerable<Type> wanted) =>
        wanted.ToDictionary(NameOf, RepeatedText.Options.GetTypeInfo, StringComparer.Ordinal);
}
