namespace MinhBach.ProcessMining;

/// <summary>
/// Reads event logs in XES (IEEE 1849-2016; also XES 1.x and files without a namespace), plain or packed with gzip, case
/// by case: memory holds one case and the names, whatever the size of the file. Document types, entities of one's own
/// and everything outside the file are refused. Activity is <c>concept:name</c>, time <c>time:timestamp</c>, resource
/// <c>org:resource</c>, unit <c>org:group</c>.
/// </summary>
public sealed class XesReader
{
    private readonly Stream _stream;
    private readonly LogReading _reading;
    private bool _isRead;

    /// <summary>A reader over a stream, which stays open and need not seek.</summary>
    public XesReader(Stream stream, LogReading? reading = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _reading = reading ?? LogReading.Default;
    }

    /// <summary>The names that the events refer to; they grow while the cases are read.</summary>
    public LogNames Names { get; } = new();

    /// <summary>What was wrong so far.</summary>
    public LogProblems Problems { get; } = new();

    /// <summary>What the log says of itself.</summary>
    public XesHeader Header { get; } = new();

    /// <summary>The cases in the order of the file. The same object is handed out again for each: keep a <see cref="LogCase.Copy"/>.</summary>
    /// <exception cref="LogFormatException">Not XES, over a limit, or damaged before the first whole case; thrown while reading.</exception>
    /// <exception cref="InvalidOperationException">They were read before: a stream passes once.</exception>
    public IEnumerable<LogCase> Cases()
    {
        if (_isRead)
            throw new InvalidOperationException("The cases of this log were read before.");
        _isRead = true;
        return Walk();
    }

    /// <summary>The whole log in memory.</summary>
    /// <exception cref="LogFormatException">As <see cref="Cases"/>.</exception>
    public EventLog ReadAll() => new(Names, [.. Cases().Select(found => found.Copy())]);

    private IEnumerable<LogCase> Walk()
    {
        using var cursor = new XesCursor(_stream, _reading, Names, Problems, Header);
        var current = new LogCase();
        while (cursor.MoveNext(current))
            yield return current;
    }
}
