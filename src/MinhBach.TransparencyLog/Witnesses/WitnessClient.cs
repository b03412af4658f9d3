using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>The log's side of the protocol (c2sp.org/tlog-witness): asks one witness for its cosignature.</summary>
/// <param name="http">Asks. Its time-out is the caller's.</param>
/// <param name="prefix">The witness's submission prefix; ends in a slash.</param>
/// <param name="keys">The witness's keys.</param>
public sealed class WitnessClient(HttpClient http, Uri prefix, params IReadOnlyList<VerifierKey> keys)
{
    private const int MostBytes = 1 << 18;

    private readonly Uri _prefix = LogText.Prefix(prefix);

    /// <summary>Asks; and once more if the witness has seen another size than was thought.</summary>
    /// <param name="checkpoint">The signed checkpoint.</param>
    /// <param name="knownSize">The size that the witness is thought to have cosigned last; 0 if that is not known.</param>
    /// <param name="prove">Makes the proof of consistency from a size that is 1 or more and at most the checkpoint's.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The cosignatures, or why there are none; a witness that cannot be reached is told so too.</returns>
    public async Task<Cosigning> AskAsync(SignedNote checkpoint, long knownSize, Func<long, IReadOnlyList<TreeHash>> prove, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(prove);
        var size = Checkpoint.Parse(checkpoint.Text).Size;
        var cosigning = await SendAsync(knownSize);
        if (cosigning is not Cosigning.Elsewhere(var seen) || seen == knownSize) return cosigning;
        return seen <= size
            ? await SendAsync(seen)
            : new Cosigning.Refused(FormattableString.Invariant($"The witness has cosigned {seen} entries of this log, which now has {size}: the log was set back, or another one has its key."));

        async Task<Cosigning> SendAsync(long oldSize)
        {
            var request = new AddCheckpoint(oldSize, oldSize == 0 ? [] : prove(oldSize), checkpoint);
            try
            {
                return Cosigning.Of(await PostAsync(request.ToBytes(), cancellation), checkpoint, keys);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                return new Cosigning.Refused($"The witness at {_prefix} cannot be reached: {failure.Message}");
            }
        }
    }

    private async Task<WitnessAnswer> PostAsync(byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_prefix, "add-checkpoint")) { Content = new ByteArrayContent(body) };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await answer.Content.LoadIntoBufferAsync(MostBytes, cancellation);
        // What is not UTF-8 becomes a letter that stands in no signature.
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellation));
        return new((int)answer.StatusCode, text, answer.Content.Headers.ContentType?.ToString() ?? "");
    }
}
