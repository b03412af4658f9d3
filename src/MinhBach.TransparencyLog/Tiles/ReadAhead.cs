namespace MinhBach.TransparencyLog;

/// <summary>
/// Asks for files before they are read. What is read out of turn is asked for then; what the reader has passed by is forgotten.
/// Not for several threads.
/// </summary>
/// <param name="source">Where they are.</param>
/// <param name="paths">Which, in the order in which they will be read if nothing is broken.</param>
/// <param name="cancellation">Ends all waiting.</param>
internal sealed class ReadAhead(IDistantSource source, IEnumerable<string> paths, CancellationToken cancellation) : ILogSource, IDisposable
{
    // Requests on their way, and files that wait to be read.
    private const int Most = 16;

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private readonly SemaphoreSlim _free = new(Most);
    private readonly IEnumerator<string> _paths = paths.GetEnumerator();
    private readonly Queue<(string Path, Task<byte[]?> Reading)> _asked = new(Most);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        while (_asked.Count < Most && _paths.MoveNext()) _asked.Enqueue((_paths.Current, AskAsync(_paths.Current)));
        if (!_asked.Any(one => one.Path == path)) return AskAsync(path).GetAwaiter().GetResult();
        while (_asked.TryDequeue(out var next))
        {
            if (next.Path == path) return next.Reading.GetAwaiter().GetResult();
        }

        return null;
    }

    /// <summary>Gives up what nobody waits for any more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _paths.Dispose();
    }

    private async Task<byte[]?> AskAsync(string path)
    {
        var token = _stop.Token;
        await _free.WaitAsync(token).ConfigureAwait(false);
        try
        {
            return await source.ReadAsync(path, token).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }
}
