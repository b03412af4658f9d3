using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MinhBach.Benchmarks;

/// <summary>
/// A PostgreSQL server of one's own that waits for its disk, as one does that keeps a city's records: fsync, full page
/// writes and synchronous commits are on.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Debian = "/usr/lib/postgresql";
    private readonly string programs;
    private readonly string folder;

    private PostgresServer(string programs, string folder, int port) => (this.programs, this.folder, Port) = (programs, folder, port);

    public int Port { get; }

    /// <summary>Starts one; null when PostgreSQL is not installed here.</summary>
    /// <param name="kept">Folder of a server that stays; null means a temporary one.</param>
    public static async Task<PostgresServer?> StartAsync(string? kept = null)
    {
        if (Find() is not { } programs) return null;
        var folder = kept ?? Directory.CreateTempSubdirectory("minhbach-bench-postgres-").FullName;
        Directory.CreateDirectory(folder);
        var server = new PostgresServer(programs, folder, FreePort());
        if (!Directory.Exists(server.Data))
        {
            // PostgreSQL refuses to run as root: there the folder and the server are the postgres user's.
            if (Environment.IsPrivilegedProcess) await RunAsync("chown", "postgres", folder);
            await server.AsOwnerAsync("initdb", "-D", server.Data, "-U", "minhbach", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        }

        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-p {server.Port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200 -c shared_buffers=512MB -c max_wal_size=8GB -c checkpoint_timeout=30min");
        // Somebody may end the run before its end: the server is a process of its own and would stay.
        AppDomain.CurrentDomain.ProcessExit += server.StopAtExit;
        await server.AsOwnerAsync("pg_ctl", "start", "-w", "-t", "60", "-D", server.Data, "-l", Path.Combine(folder, "log"), "-o", settings);
        return server;
    }

    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=minhbach;Database={database}");

    /// <summary>Runs one of the programs that come with PostgreSQL and answers what it printed.</summary>
    public Task<string> ProgramAsync(string program, params string[] arguments) => RunAsync(Path.Combine(programs, program), arguments);

    /// <summary>Processor time of all its processes so far.</summary>
    public TimeSpan Cpu() => ProcessTime.OfAll(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopAtExit;
        await AsOwnerAsync("pg_ctl", "stop", "-w", "-m", "fast", "-D", Data);
        if (Path.GetFileName(folder).StartsWith("minhbach-bench-postgres-", StringComparison.Ordinal)) Directory.Delete(folder, recursive: true);
    }

    private void StopAtExit(object? sender, EventArgs arguments) => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private string Data => Path.Combine(folder, "data");

    private static string? Find() => (Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
        .OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(version => Path.Combine(version, "bin"))
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pgbench")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task<string> AsOwnerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(programs, program), .. arguments])
        : RunAsync(Path.Combine(programs, program), arguments);

    private static async Task<string> RunAsync(string program, params string[] arguments)
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
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed: {await errors}{await output}");
    }
}
