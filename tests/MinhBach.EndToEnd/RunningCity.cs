using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
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
    public static Task<RunningCity> StartAsync(params string[] arguments) => ServeAsync(NewFolder(), [], arguments);

    /// <summary>Starts the program with more in its environment.</summary>
    public static Task<RunningCity> StartAsync(Dictionary<string, string> environment, params string[] arguments) => ServeAsync(NewFolder(), environment, arguments);

    /// <summary>Makes a demo city of so many dossiers, then starts the program on it.</summary>
    public static async Task<RunningCity> SimulateAsync(int dossiers)
    {
        var data = NewFolder();
        var (code, said) = await RunAsync("simulate", "--dossiers", dossiers.ToString(CultureInfo.InvariantCulture), "--months", "3", "--data", data);
        Assert.True(code == 0, $"The city was not made ({code}):{Environment.NewLine}{said}");
        return await ServeAsync(data, []);
    }

    /// <summary>Runs the program to its end, at most three minutes.</summary>
    /// <returns>Its exit code and all it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Starting(arguments))!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var said = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, string.Concat(said));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<RunningCity> ServeAsync(string data, Dictionary<string, string> environment, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{Loopback.FreePort()}/");
        var start = Starting(["--data", data, "--urls", address.ToString(), .. arguments]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
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

    /// <summary>The folder of the program's source.</summary>
    public static string Project => Metadata("MinhBachProject");

    private static string Program => Path.Combine(Project, Metadata("MinhBachBuild"));

    private static string Metadata(string key) =>
        typeof(RunningCity).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value!;

    private static string NewFolder() => Directory.CreateTempSubdirectory("minhbach-city-").FullName;

    private static ProcessStartInfo Starting(string[] arguments) => new("dotnet", [Program, .. arguments])
    {
        // As `dotnet run` does: the pages' files are found from the project's folder.
        WorkingDirectory = Metadata("MinhBachProject"),
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

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
