using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MinhBach.Benchmarks.Http;

/// <summary>The load: <c>wrk</c>, sixteen connections for two seconds.</summary>
internal static partial class Wrk
{
    private const int Seconds = 2;
    private const int WarmSeconds = 10;
    private const int WarmSecondsOfApplications = 2;

    /// <summary>Whether it is installed.</summary>
    public static bool IsHere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("wrk", "--version") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// Asks for so long that the compiler has replaced what it made in a hurry: a page of many parts becomes twice as quick meanwhile. Applications
    /// for less long, as each makes the city larger.
    /// </summary>
    public static Task WarmUpAsync(Served server, string path, string? script = null, bool kept = true) => RunAsync(server, path, script is null ? WarmSeconds : WarmSecondsOfApplications, script, kept);

    /// <summary>Asks for an address as often as it is answered.</summary>
    /// <param name="server">Whose processor time is counted.</param>
    /// <param name="path">The address on it.</param>
    /// <param name="script">Lua script that makes the requests; null for plain GET.</param>
    /// <param name="kept">Whether a page may come from memory; else the asker brings a cookie, as somebody does who gets a page of their own.</param>
    public static Task<Turn> RunAsync(Served server, string path, string? script = null, bool kept = true) => RunAsync(server, path, Seconds, script, kept);

    private static async Task<Turn> RunAsync(Served server, string path, int length, string? script, bool kept)
    {
        var before = server.Cpu();
        // Pages as every browser asks for them.
        string[] who = kept ? [] : ["-H", "Cookie: own=1"];
        string[] how = script is not null ? ["-s", script] : ["-H", "Accept-Encoding: gzip, deflate, br", .. who];
        var start = new ProcessStartInfo("wrk", ["-t", "1", "-c", "16", "-d", string.Create(CultureInfo.InvariantCulture, $"{length}s"), .. how, server.Address + path]) { UseShellExecute = false, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (printed.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{path} was not answered with success:\n{printed}");
        var found = Finished().Match(printed);
        var (requests, seconds) = (long.Parse(found.Groups["requests"].Value, CultureInfo.InvariantCulture), double.Parse(found.Groups["seconds"].Value, CultureInfo.InvariantCulture));
        return new Turn(requests, TimeSpan.FromSeconds(seconds), [], server.Cpu() - before);
    }

    [GeneratedRegex(@"(?<requests>\d+) requests in (?<seconds>[0-9.]+)s", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Finished();
}
