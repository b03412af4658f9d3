using System.Diagnostics;
using System.Globalization;

namespace MinhBach.Testing;

/// <summary>A PostgreSQL cluster in a folder of its own, which goes when it is disposed of or this process goes.</summary>
public sealed class TemporaryCluster : IAsyncDisposable
{
    private const string Prefix = "minhbach-postgres-";

    private readonly string programs;
    private readonly string folder;
    private readonly bool durable;

    private TemporaryCluster(string programs, string folder, bool durable) => (this.programs, this.folder, this.durable) = (programs, folder, durable);

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>Connects to the maintenance database.</summary>
    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=minhbach;Database=postgres;Include Error Detail=true");

    /// <summary>A cluster that keeps its word when it is killed; where there is no PostgreSQL the test is skipped.</summary>
    public static async Task<TemporaryCluster> StartDurableAsync() =>
        await StartAsync(Requirements.Present(Requirements.Postgres, PostgresPrograms.Find(), "PostgreSQL is not here."), durable: true);

    internal static async Task<TemporaryCluster> StartAsync(string programs, bool durable = false)
    {
        RemoveAbandoned(programs);
        var folder = Directory.CreateTempSubdirectory(
            string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(programs, folder);

        // PostgreSQL refuses to run as root: there the folder and the server are the postgres user's.
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", folder);
        }

        await AsOwnerAsync(
            Path.Combine(programs, "initdb"),
            "-D", DataOf(folder), "-U", "minhbach", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");

        // The port was free a moment ago; another process may have taken it since.
        var cluster = new TemporaryCluster(programs, folder, durable);
        for (var attempt = 1; ; attempt++)
        {
            cluster.Port = Loopback.FreePort();
            try
            {
                await cluster.ReviveAsync();
                return cluster;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
            }
        }
    }

    /// <summary>Kills the server where it stands: nothing is flushed, nobody is told.</summary>
    public Task CrashAsync() => AsOwnerAsync(Path.Combine(programs, "pg_ctl"), "stop", "-w", "-m", "immediate", "-D", DataOf(folder));

    /// <summary>Starts the server again at the same place.</summary>
    public Task ReviveAsync() => AsOwnerAsync(
        Path.Combine(programs, "pg_ctl"), "start", "-w", "-t", "60", "-D", DataOf(folder), "-l", Path.Combine(folder, "log"), "-o", Settings());

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Remove(programs, folder);
        return ValueTask.CompletedTask;
    }

    // Most tests lose nothing in a power cut: no fsync.
    private string Settings() => string.Create(
        CultureInfo.InvariantCulture,
        $"-p {Port} -k {folder} -c listen_addresses=127.0.0.1 {(durable ? "" : "-c fsync=off -c full_page_writes=off ")}-c max_connections=300 -c shared_buffers=64MB");

    private static string DataOf(string folder) => Path.Combine(folder, "data");

    /// <summary>Removes clusters whose test process was killed before it could remove them itself.</summary>
    private static void RemoveAbandoned(string programs)
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && !IsAlive(pid))
            {
                Remove(programs, folder);
            }
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Remove(string programs, string folder)
    {
        try
        {
            if (File.Exists(Path.Combine(DataOf(folder), "postmaster.pid")))
            {
                AsOwnerAsync(Path.Combine(programs, "pg_ctl"), "stop", "-w", "-m", "immediate", "-D", DataOf(folder))
                    .GetAwaiter().GetResult();
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Another test process may be removing the same abandoned folder; what stays is removed by the next run.
        }
    }

    private static Task AsOwnerAsync(string program, params string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : RunAsync(program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} failed: {await errors}{await output}");
        }
    }
}
