using System.Net;

namespace MinhBach.TransparencyLog;

/// <summary>A log that a web server serves.</summary>
/// <param name="http">Asks. Its time-out, and whether it unpacks gzip, are the caller's.</param>
/// <param name="prefix">The log's prefix; ends in a slash.</param>
public sealed class HttpLogSource(HttpClient http, Uri prefix) : ILogSource
{
    // 256 entries of the longest kind.
    private const long MostBytes = Tile.FullWidth * (2 + EntryBundle.LongestEntry);

    private readonly Uri _prefix = LogText.Prefix(prefix);

    /// <inheritdoc/>
    public byte[]? Read(string path)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_prefix, path));
            using var answer = http.Send(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return null;
            // A server that is overloaded or starts anew says nothing of the log: that passes, like a line that breaks.
            var isPassing = answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
            if (!answer.IsSuccessStatusCode) throw new LogException(FormattableString.Invariant($"{request.RequestUri} was answered with {(int)answer.StatusCode}."), isPassing ? new HttpRequestException(message: null, inner: null, answer.StatusCode) : null);
            using var body = answer.Content.ReadAsStream();
            using var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = body.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MostBytes) throw new LogException(FormattableString.Invariant($"{request.RequestUri} is longer than {MostBytes} bytes."));
            }

            return bytes.ToArray();
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
        {
            throw new LogException($"{new Uri(_prefix, path)} cannot be read: {failure.Message}", failure);
        }
    }
}
