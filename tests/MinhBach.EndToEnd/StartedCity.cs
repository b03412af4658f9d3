using MinhBach.Testing;

[assembly: AssemblyFixture(typeof(MinhBach.EndToEnd.StartedCity))]

namespace MinhBach.EndToEnd;

/// <summary>One demo city for all journeys of the run, small so that it is made in seconds; started by the first that asks.</summary>
public sealed class StartedCity : IAsyncDisposable
{
    private const int Dossiers = 300;

    private readonly Lazy<Task<RunningCity>> _running = new(() => RunningCity.SimulateAsync(Dossiers));

    /// <summary>The city, ready to serve. Without a browser the asking test is skipped before anything is made.</summary>
    public Task<RunningCity> GetAsync()
    {
        _ = Chromium.Find();
        return _running.Value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // When it could not be made, the tests that asked for it have said so.
        if (_running.IsValueCreated && _running.Value.IsCompletedSuccessfully) await (await _running.Value).DisposeAsync();
    }
}
