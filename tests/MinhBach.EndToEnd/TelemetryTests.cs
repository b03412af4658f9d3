using System.Collections.Concurrent;
using System.Net;
using System.Text;
using MinhBach.Testing;

namespace MinhBach.EndToEnd;

/// <summary>What a collector of OpenTelemetry gets from the real program.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_reach_the_collector_that_the_environment_names()
    {
        using var collector = new Collector();
        await using var city = await RunningCity.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
            "--demo", "false");
        using var http = new HttpClient { BaseAddress = city.Address };

        // Names are plain text within the protocol's bytes. The first page may be asked for before anything is sent anywhere.
        await collector.HearsAsync(AskAsync, "/v1/traces", "minhbach", "GET /cong-khai", "http.response.status_code");
        await collector.HearsAsync(AskAsync, "/v1/metrics", "minhbach.lane.waiting", "minhbach.lane.commit", "http.server.request.duration");

        Task AskAsync() => http.GetStringAsync("cong-khai", TestContext.Current.CancellationToken);
    }

    private sealed class Collector : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        private readonly HttpListener _listener = new();
        private readonly ConcurrentDictionary<string, string> _heard = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{Loopback.FreePort()}/";
            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = ListenAsync();
        }

        public string Address { get; }

        public async Task HearsAsync(Func<Task> ask, string path, params string[] names)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!names.All(name => _heard.GetValueOrDefault(path, "").Contains(name, StringComparison.Ordinal)))
            {
                Assert.False(patience.IsCancellationRequested, $"{path} did not tell of all of {string.Join(", ", names)}: {_heard.GetValueOrDefault(path, "nothing")}");
                await ask();
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var asked = await _listener.GetContextAsync();
                    using var body = new StreamReader(asked.Request.InputStream, Encoding.Latin1);
                    var said = await body.ReadToEndAsync();
                    _heard.AddOrUpdate(asked.Request.Url!.AbsolutePath, said, (_, before) => before + said);
                    asked.Response.ContentType = "application/x-protobuf";
                    asked.Response.Close();
                }
                catch (Exception broken) when (broken is HttpListenerException or IOException or ObjectDisposedException)
                {
                    // Whoever sends tries again; or the test is over.
                }
            }
        }
    }
}
