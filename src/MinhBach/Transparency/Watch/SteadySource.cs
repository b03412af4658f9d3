using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// A log over a wire that may break. What the server answers, also that a file is not there, stands; what does not arrive, or is
/// answered by a server that is down, is asked for again, and then ends the run: a broken line must not look like a damaged log.
/// </summary>
/// <param name="source">The log.</param>
/// <param name="pause">Before the second try; the third waits three times as long.</param>
/// <param name="cancellation">Ends a read that nobody else can end.</param>
internal sealed class SteadySource(HttpLogSource source, TimeSpan pause, CancellationToken cancellation = default) : IDistantSource
{
    private static readonly int[] Pauses = [1, 3];

    /// <exception cref="IOException">The log cannot be reached.</exception>
    public byte[]? Read(string path) => ReadAsync(path, cancellation).GetAwaiter().GetResult();

    /// <exception cref="IOException">The log cannot be reached.</exception>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default)
    {
        for (var tried = 0; ; tried++)
        {
            try
            {
                return await source.ReadAsync(path, cancellation).ConfigureAwait(false);
            }
            catch (LogException broken) when (broken.InnerException is not null)
            {
                if (tried == Pauses.Length) throw new IOException(broken.Message, broken);
                await Task.Delay(pause * Pauses[tried], cancellation).ConfigureAwait(false);
            }
        }
    }
}
