using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Reflection;
using MinhBach.Testing;

namespace MinhBach.EndToEnd;

/// <summary>The real program as its own process, on a free loopback port and a data folder of its own.</summary>
public sealed class RunningCity : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly string _data;
    private readonly ConcurrentQueue<string> _said = new();

    private RunningCity(Process process, Uri address, string data)
    {
        _process = process;
        _data = data;
        Address = address;
    }

    /// <summary>Where it serves, for example http://127.0.0.1:40123/.</summary>
    public Uri Address { get; }

    /// <summary>What it has written on its console so far.</summary>
    public string Said => string.Join(Environment.NewLine, _said);

    /// <summary>Starts the program and waits until /health/ready answers 200, at most three minutes.</summary>
    /// <param name="arguments">More arguments than --data and --urls, for example --demo false.</param>
    public static async Task<RunningCity> StartAsync(params string[] arguments)
    {
        var data = Directory.CreateTempSubdirectory("minhbach-city-").FullName;
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Program, "--data", data, "--urls", address.ToString(), .. arguments])
        {
            // As `dotnet run` does: the pages' files are found from the project's folder.
            WorkingDirectory = Metadata("MinhBachProject"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var city = new RunningCity(Process.Start(start)!, address, data);
        city.Listen();
        try
        {
            await city.ReadyAsync();
            return city;
        }
        catch
        {
            await city.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string Program => Path.Combine(Metadata("MinhBachProject"), Metadata("MinhBachBuild"));

    private static string Metadata(string key) =>
        typeof(RunningCity).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(http))
        {
            Assert.False(_process.HasExited, $"The city ended before it served:{Environment.NewLine}{Said}");
            Assert.True(waited.Elapsed < Patience, $"The city was not ready within {Patience}:{Environment.NewLine}{Said}");
            await Task.Delay(200);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
