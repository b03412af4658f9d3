using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>One thing that happened, and the objects it touched.</summary>
public sealed class ObjectLogEvent
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What was done: the name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>When; null if the log does not tell.</summary>
    public Instant? At { get; init; }

    /// <summary>Its attributes, values as the log wrote them.</summary>
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The objects that it touched, and how.</summary>
    public IList<ObjectRelation> Objects { get; } = [];
}

/// <summary>One object: a dossier, a letter, a payment.</summary>
public sealed class ObjectLogObject
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>Its attributes' values, each from a moment on, in the order of the log.</summary>
    public IList<ObjectAttribute> Attributes { get; } = [];

    /// <summary>The objects that it is related to, and how.</summary>
    public IList<ObjectRelation> Objects { get; } = [];
}

/// <summary>A value that an attribute has from a moment on.</summary>
/// <param name="Name">The attribute.</param>
/// <param name="Value">The value as the log wrote it.</param>
/// <param name="From">Since when; null if the log does not tell. OCEL writes 1970-01-01T00:00Z for "from the beginning".</param>
public sealed record ObjectAttribute(string Name, string Value, Instant? From);

/// <summary>A relation to an object.</summary>
/// <param name="ObjectId">The object's id.</param>
/// <param name="Qualifier">In which role; empty if the log does not tell.</param>
public sealed record ObjectRelation(string ObjectId, string Qualifier);

/// <summary>A declared type of events or of objects.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">Its attributes.</param>
public sealed record ObjectLogType(string Name, IReadOnlyList<ObjectAttributeType> Attributes);

/// <summary>A declared attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type"><c>string</c>, <c>time</c>, <c>integer</c>, <c>float</c> or <c>boolean</c>.</param>
public sealed record ObjectAttributeType(string Name, string Type);
