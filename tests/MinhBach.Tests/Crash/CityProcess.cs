using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace MinhBach.Tests.Crash;

/// <summary>A city in a process of its own, into which dossiers are handed as fast as it takes them, until it is killed.</summary>
internal sealed partial class CityProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;
    private readonly ConcurrentQueue<string> said = new();

    /// <summary>Starts one.</summary>
    /// <param name="folder">Its data folder.</param>
    /// <param name="name">Names its callers and keys; of no other process.</param>
    /// <param name="moment">When it kills itself.</param>
    /// <param name="connection">Connection string; null means SQLite in the folder.</param>
    public CityProcess(string folder, string name, string moment, string? connection)
    {
        var program = typeof(CityProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "CrashLoad").Value!;
        string[] arguments = connection is null ? [program, folder, name, moment] : [program, folder, name, moment, connection];
        process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } code) said.Enqueue(code);
        };
        process.BeginOutputReadLine();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Waits until so many more dossiers are acknowledged, or it has killed itself.</summary>
    public async Task MoreAsync(int count)
    {
        for (var wanted = said.Count + count; said.Count < wanted && !process.HasExited; await Task.Delay(10))
        {
        }

        // 137 is what becomes of a SIGKILL.
        if (process.HasExited && process.ExitCode is not 137) Assert.Fail(await errors);
    }

    /// <summary>Freezes it in the middle of whatever it does (SIGSTOP).</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on as if nothing had been (SIGCONT).</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>SIGKILL: nothing is flushed, nobody is told. Answers the codes that were acknowledged.</summary>
    public async Task<IReadOnlyCollection<string>> KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        // A line cut off by the kill is no acknowledgement that anybody could have read.
        return [.. said.Where(code => WholeCode().IsMatch(code))];
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    [GeneratedRegex(@"^H26\.\d+-\d{6}-\d{4,}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WholeCode();
}
