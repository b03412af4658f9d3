using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using MinhBach.Kernel;

namespace MinhBach.Operations;

/// <summary>How long each page took and how often it failed since this process started, heard from ASP.NET Core's own instrument.</summary>
internal sealed class PageTimes : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<string, Route> routes = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public IReadOnlyList<(string Route, long Count, long Failed, Latencies Took)> All =>
        [.. routes.Select(route => (route.Key, route.Value.Took.Count, route.Value.Failed, route.Value.Took)).OrderByDescending(route => route.Count)];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener.InstrumentPublished = (instrument, hearer) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" }) hearer.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Hear(seconds, tags));
        listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => listener.Dispose();

    private void Hear(double seconds, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string? route = null;
        var failed = false;
        foreach (var (name, value) in tags)
        {
            if (name == "http.route") route = value as string;
            else if (name == "http.response.status_code") failed = value is >= 500;
        }

        // Whatever is no page, such as an address tried by a stranger, would fill the list.
        if (route is null) return;
        var heard = routes.GetOrAdd(route, _ => new());
        heard.Took.Add(TimeSpan.FromSeconds(seconds));
        if (failed) Interlocked.Increment(ref heard.Failures);
    }

    private sealed class Route
    {
        public long Failures;

        public Latencies Took { get; } = new();

        public long Failed => Interlocked.Read(ref Failures);
    }
}
