namespace MinhBach.ProcessMining;

/// <summary>What an XES log says of itself. It fills while the log is read, and is whole when the first case is there (IEEE 1849 puts it first).</summary>
public sealed class XesHeader
{
    private readonly List<XesExtension> _extensions = [];
    private readonly List<XesGlobal> _globals = [];
    private readonly List<XesClassifier> _classifiers = [];
    private readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal);

    /// <summary>The version of the standard that the log names (<c>xes.version</c>), null if it names none.</summary>
    public string? Version { get; internal set; }

    /// <summary>The declared extensions. None is fetched.</summary>
    public IReadOnlyList<XesExtension> Extensions => _extensions;

    /// <summary>
    /// The attributes that every case or event is said to have. Their values are a writer's defaults, and are not put in
    /// where an event lacks the attribute: nobody did them.
    /// </summary>
    public IReadOnlyList<XesGlobal> Globals => _globals;

    /// <summary>The declared classifiers. The reader's activity is always <c>concept:name</c>.</summary>
    public IReadOnlyList<XesClassifier> Classifiers => _classifiers;

    /// <summary>The log's own attributes by key; those within them are not read.</summary>
    public IReadOnlyDictionary<string, string> Attributes => _attributes;

    internal int Count => _extensions.Count + _globals.Count + _classifiers.Count + _attributes.Count;

    internal void Add(XesExtension extension) => _extensions.Add(extension);

    internal void Add(XesGlobal global) => _globals.Add(global);

    internal void Add(XesClassifier classifier) => _classifiers.Add(classifier);

    internal bool TryAdd(string key, string value) => _attributes.TryAdd(key, value);
}

/// <summary>An extension: a set of attributes with a meaning of their own.</summary>
/// <param name="Name">Its name, for example <c>Time</c>.</param>
/// <param name="Prefix">What its keys begin with, for example <c>time</c>.</param>
/// <param name="Uri">Where it is defined.</param>
public sealed record XesExtension(string Name, string Prefix, string Uri);

/// <summary>An attribute that every case or every event is said to have.</summary>
/// <param name="Scope"><c>trace</c> or <c>event</c>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its default.</param>
public sealed record XesGlobal(string Scope, string Key, string Value);

/// <summary>A way to tell events apart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scope"><c>trace</c> or <c>event</c>; the latter if the log does not say.</param>
/// <param name="Keys">The keys as the log writes them, parted by blanks.</param>
public sealed record XesClassifier(string Name, string Scope, string Keys);
