using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MinhBach.Kernel;
using Npgsql;

namespace MinhBach.Operations;

/// <summary>PostgreSQL's own programs, run on the city's database. The password goes by the environment, which other users cannot see.</summary>
internal static class PostgresTool
{
    /// <summary>Runs one of them to its end.</summary>
    /// <exception cref="RuleBroken">It is not on this machine, or it failed.</exception>
    public static async Task RunAsync(string program, string connectionString, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in Environment(new(connectionString))) start.Environment[name] = value;
        using var process = Start(start);
        process.StandardInput.Close();
        try
        {
            var complaints = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw new RuleBroken("backup.tool", "{0} không làm được: {1}", program, complaints.Trim());
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new RuleBroken("backup.noTool", "Máy này không có {0}. Hãy cài chương trình khách của PostgreSQL (trên Debian: apt-get install postgresql-client) rồi chạy lại.", start.FileName);
        }
    }

    private static IEnumerable<(string Name, string? Value)> Environment(NpgsqlConnectionStringBuilder connection) =>
    [
        ("PGHOST", connection.Host),
        ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGDATABASE", connection.Database ?? connection.Username),
        ("PGUSER", connection.Username),
        ("PGPASSWORD", connection.Password),
        ("PGPASSFILE", connection.Passfile),
        ("PGSSLMODE", connection.SslMode.ToString().ToLowerInvariant() switch { "verifyca" => "verify-ca", "verifyfull" => "verify-full", var mode => mode }),
        ("PGSSLROOTCERT", connection.RootCertificate),
    ];
}
