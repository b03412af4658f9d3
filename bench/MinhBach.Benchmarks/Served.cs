using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Shell;

namespace MinhBach.Benchmarks;

/// <summary>A server in a process of its own: the city as the program serves it, or an empty endpoint.</summary>
internal sealed class Served : IAsyncDisposable
{
    public const string City = "serve-city";
    public const string Nothing = "serve-nothing";

    private readonly Process process;

    private Served(Process process, string address, TimeSpan start) => (this.process, Address, Start) = (process, address, start);

    public string Address { get; }

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan Start { get; }

    /// <summary>Starts one and waits until it answers.</summary>
    public static async Task<Served> StartAsync(string kind, string? folder, string firstPage, string? postgres = null)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        var started = Stopwatch.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. OwnAssembly(), kind, address, folder ?? "", postgres ?? ""]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        using var client = new HttpClient();
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"{kind} ended with {process.ExitCode}.");
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2)) throw new TimeoutException($"{kind} does not answer.");
            try
            {
                using var answer = await client.GetAsync(address + firstPage);
                if (answer.IsSuccessStatusCode) return new(process, address, Stopwatch.GetElapsedTime(started));
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Serves in this process until the one who started it closes its input.</summary>
    public static async Task ServeAsync(string kind, string address, string folder, string postgres)
    {
        await using var app = kind == City ? await OpenCityAsync(address, folder, postgres) : await OpenNothingAsync(address);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu() => ProcessTime.Of(process.Id);

    /// <summary>Memory of its own, in megabytes: without what it maps of files, which the system takes back when it needs to.</summary>
    public double Megabytes() => ProcessMemory.Own(process.Id);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static IEnumerable<string> OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Served).Assembly.Location] : [];

    // As the program does without a verb; only the limit for one address is lifted, because all the load comes from one.
    private static async Task<WebApplication> OpenCityAsync(string address, string folder, string postgres)
    {
        var options = new CityOptions { DataFolder = folder, Database = postgres.Length > 0 ? postgres : null, Urls = address };
        var app = MinhBach.City.Build(options, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<ApiLimitOptions>(limits => limits.CallsPerMinute = limits.SubmissionsPerMinute = 1_000_000);
        });
        await app.StartAsync();
        await CityStart.FillAsync(app, options, plan: null, new Progress<StartProgress>());
        return app;
    }

    private static async Task<WebApplication> OpenNothingAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapMethods("/", ["GET", "POST"], () => "ok");
        await app.StartAsync();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
