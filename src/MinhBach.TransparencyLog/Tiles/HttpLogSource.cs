using System.Net;

namespace MinhBach.TransparencyLog;

/// <summary>A log that a web server serves.</summary>
/// <param name="http">Asks. Its time-out, which holds for a whole answer, and whether it unpacks gzip, are the caller's.</param>
/// <param name="prefix">The log's prefix; ends in a slash.</param>
public sealed class HttpLogSource(HttpClient http, Uri prefix) : IDistantSource
{
    // 256 entries of the longest kind.
    private const long MostBytes = Tile.FullWidth * (2 + EntryBundle.LongestEntry);

    private readonly Uri _prefix = LogText.Prefix(prefix);

    /// <inheritdoc/>
    public byte[]? Read(string path) => ReadAsync(path).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default)
    {
        // The client's own time-out ends with the headers.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(http.Timeout);
        try
        {
            return await AskAsync(new Uri(_prefix, path), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new LogException(FormattableString.Invariant($"{new Uri(_prefix, path)} was not answered within {http.Timeout.TotalSeconds} seconds."), slow);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new LogException($"{new Uri(_prefix, path)} cannot be read: {failure.Message}", failure);
        }
    }

    private async Task<byte[]?> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
        // A server that is overloaded or starts anew says nothing of the log: that passes, like a line that breaks.
        var isPassing = answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        if (!answer.IsSuccessStatusCode) throw new LogException(FormattableString.Invariant($"{address} was answered with {(int)answer.StatusCode}."), isPassing ? new HttpRequestException(message: null, inner: null, answer.StatusCode) : null);
        using var body = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes) throw new LogException(FormattableString.Invariant($"{address} is longer than {MostBytes} bytes."));
        }

        return bytes.ToArray();
    }
}
