namespace MinhBach.ProcessMining;

/// <summary>Counts how cases stand to their due dates, altogether and by attributes.</summary>
internal sealed class DueTally(SummaryOptions options)
{
    // Attributes are guessed from so many cases; until then the cases wait.
    private const int Waiting = 1_000;

    // A log may give each case an attribute of its own.
    private const int MostAttributes = 1_000;

    private readonly List<Dictionary<string, string>> _waiting = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string[] _asked = [.. new[] { options.Due, options.Done, options.Start }.OfType<string>(), .. options.By];
    private readonly List<(string Attribute, Dictionary<string, LogCounts> Values, LogCounts Without)> _by =
        [.. options.By.Select(attribute => (attribute, new Dictionary<string, LogCounts>(StringComparer.Ordinal), new LogCounts()))];
    private DueAttributes? _dates;

    public LogCounts All { get; } = new();

    /// <summary>The names of the attributes of the cases so far.</summary>
    public IEnumerable<string> Seen => _seen.Order(StringComparer.Ordinal);

    public void Add(IDictionary<string, string> attributes)
    {
        if (_dates is not null)
        {
            Count(attributes);
            return;
        }

        _waiting.Add(new Dictionary<string, string>(attributes, StringComparer.Ordinal));
        if (_waiting.Count == Waiting)
            Decide();
    }

    /// <summary>Settles which attributes hold the dates, and counts the cases that waited for it.</summary>
    public DueAttributes Decide()
    {
        if (_dates is not null)
            return _dates;
        var keys = _waiting.SelectMany(attributes => attributes.Keys).ToHashSet(StringComparer.Ordinal);
        _dates = new DueAttributes(
            Named(options.Due, keys) ?? Guess(DueAttributes.DueNames, keys),
            Named(options.Done, keys) ?? Guess(DueAttributes.DoneNames, keys),
            Named(options.Start, keys) ?? Guess(DueAttributes.StartNames, keys),
            IsGuessed: options.Guesses && (options.Due is null || options.Done is null));
        foreach (var attributes in _waiting)
            Count(attributes);
        _waiting.Clear();
        return _dates;
    }

    public IReadOnlyList<LogBreakdown> By() =>
        [.. _by.Select(split => new LogBreakdown(
            split.Attribute,
            [.. split.Values.OrderByDescending(value => value.Value.Cases).ThenBy(value => value.Key, StringComparer.Ordinal)
                .Select(value => new LogValueCounts(value.Key, value.Value))],
            split.Without.Cases == 0 ? null : split.Without))];

    // Whoever names it may have a file before them in which it says "case:" before the name, or does not.
    private static string? Named(string? name, HashSet<string> keys) =>
        name is null || keys.Contains(name) ? name : keys.FirstOrDefault(key => PlainName.WithoutPrefix(key) == PlainName.WithoutPrefix(name)) ?? name;

    private string? Guess(IReadOnlyList<string> names, HashSet<string> keys) => options.Guesses ? DueAttributes.Find(keys, names) : null;

    private void Count(IDictionary<string, string> attributes)
    {
        var found = _dates!.Of(attributes, options.Zone);
        if (_seen.Count < MostAttributes)
            _seen.UnionWith(attributes.Keys);
        else
            _seen.UnionWith(_asked.Where(attributes.ContainsKey));
        All.Add(found.Standing, found.IsDoneBeforeStart);
        foreach (var (attribute, values, without) in _by)
            Of(attributes, attribute, values, without).Add(found.Standing, found.IsDoneBeforeStart);
    }

    private LogCounts Of(IDictionary<string, string> attributes, string attribute, Dictionary<string, LogCounts> values, LogCounts without)
    {
        if (!attributes.TryGetValue(attribute, out var value))
            return without;
        if (values.TryGetValue(value, out var counts))
            return counts;
        return values.Count == options.MostValues ? without : values[value] = new LogCounts();
    }
}
