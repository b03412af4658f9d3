using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace MinhBach.Transparency;

/// <summary>Runs a program for each alert. What it needs to know is in its environment: nothing of a log ever becomes part of a command line.</summary>
/// <param name="program">The program; it is started without arguments and without a shell.</param>
internal sealed class AlertCommand(string program) : IAlertWay
{
    private const int MostLetters = 16_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task TellAsync(MonitorAlert alert, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var (name, value) in ((string, string)[])
            [
                ("KIND", alert.Kind.ToString().ToLowerInvariant()), ("LOG", alert.Log), ("ORIGIN", alert.Origin ?? ""), ("SIZE", alert.Size?.ToString(CultureInfo.InvariantCulture) ?? ""),
                ("AT", alert.At.ToString()), ("SUMMARY", alert.Summary), ("FINDINGS", string.Join('\n', alert.Findings)),
            ])
            start.Environment["MINHBACH_ALERT_" + name] = Clean(value);
        try
        {
            using var process = Process.Start(start) ?? throw new IOException(program);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                process.Kill(entireProcessTree: true);
                cancellation.ThrowIfCancellationRequested();
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{program}: > {Patience.TotalSeconds} s"), late);
            }

            if (process.ExitCode != 0) throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{program}: {process.ExitCode}"));
        }
        catch (Win32Exception absent)
        {
            throw new IOException($"{program}: {absent.Message}", absent);
        }
    }

    // What ends a variable early, or is longer than a system takes.
    private static string Clean(string value) => (value.Length > MostLetters ? value[..MostLetters] : value).Replace('\0', ' ');
}
