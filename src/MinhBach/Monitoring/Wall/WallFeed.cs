using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace MinhBach.Monitoring.Wall;

/// <summary>
/// Tells all screens of changed figures. They are looked at once for all of them, and not at all while there is no screen.
/// Safe for many threads.
/// </summary>
internal sealed class WallFeed(WallCount count, IOptions<WallOptions> options, IHostApplicationLifetime lifetime, ILogger<WallFeed> log)
{
    private readonly Lock joining = new();
    private readonly HashSet<Channel<string>> listeners = [];
    private bool looking;
    private string? newest;

    /// <summary>How many screens listen.</summary>
    public int Listeners
    {
        get
        {
            lock (joining) return listeners.Count;
        }
    }

    /// <summary>Begins to listen: the figures of now come first. Null when there is no place. <see cref="Leave"/> gives the place back.</summary>
    public Channel<string>? Join()
    {
        // Who is slow misses what is overtaken anyway.
        var place = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (joining)
        {
            if (listeners.Count >= options.Value.Listeners || lifetime.ApplicationStopping.IsCancellationRequested) return null;
            listeners.Add(place);
            if (newest is { } known) place.Writer.TryWrite(known);
            if (looking) return place;
            looking = true;
        }

        _ = Task.Run(LookAsync);
        return place;
    }

    public void Leave(Channel<string> place)
    {
        lock (joining) listeners.Remove(place);
    }

    private async Task LookAsync()
    {
        WallFigures? told = null;
        do
        {
            try
            {
                var figures = count.Current;
                if (told is null || !figures.SaysTheSameAs(told)) Tell(WallEvent.Of(figures));
                told = figures;
            }
            catch (Exception error)
            {
                // The next look may succeed; the screens stay.
                log.LogError(error, "The figures of the wall screen could not be counted.");
            }

            await Task.Delay(options.Value.LookEvery, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (IsWanted());
    }

    private void Tell(string text)
    {
        lock (joining)
        {
            newest = text;
            foreach (var place in listeners) place.Writer.TryWrite(text);
        }
    }

    private bool IsWanted()
    {
        lock (joining)
        {
            looking = listeners.Count > 0 && !lifetime.ApplicationStopping.IsCancellationRequested;
            // What is not looked at grows old.
            if (!looking) newest = null;
            return looking;
        }
    }
}
