using MinhBach.Kernel;

namespace MinhBach.Transparency.Grow;

/// <summary>Gives the log a new key and says so in the log. The city must not be served meanwhile: a running program signs with what it has read.</summary>
public sealed class ReplaceLogKey
{
    private const string Stream = "log-key";

    private readonly LogHome home;
    private readonly WriteLanes lanes;

    internal ReplaceLogKey(LogHome home, WriteLanes lanes) => (this.home, this.lanes) = (home, lanes);

    /// <summary>Replaces the key; the one before goes on signing beside it for as long as its file is there.</summary>
    /// <param name="reason">Why: one word, for everybody to read.</param>
    /// <param name="cancellation">Checked before anything is done.</param>
    /// <returns>The new verifier key.</returns>
    /// <exception cref="TransparencyLog.LogException">The key that is there cannot be read.</exception>
    public async Task<string> RunAsync(string reason, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = home.Replace().ToString();
        await lanes.RunAsync(0, async session => await session.AppendAsync(Stream, await session.NextIdAsync(), null, new LogKeyAdded(key, reason), Actor.System), CancellationToken.None);
        return key;
    }
}
