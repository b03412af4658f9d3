using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>The same rows written as one does with EF Core: a context for each step, load, change, SaveChanges.</summary>
internal sealed class EfWrites : IAsyncDisposable
{
    private readonly StepRows rows;
    private readonly List<DbConnection> connections;
    private readonly List<DbContextOptions<LimitDb>> options;
    private readonly int[] numbers;
    private readonly SemaphoreSlim? gate;
    private readonly string run = Guid.NewGuid().ToString("N");

    private EfWrites(StepRows rows, List<DbConnection> connections)
    {
        (this.rows, this.connections) = (rows, connections);
        options = connections.ConvertAll(connection => connection is SqliteConnection
            ? new DbContextOptionsBuilder<LimitDb>().UseSqlite(connection).Options
            : new DbContextOptionsBuilder<LimitDb>().UseNpgsql(connection).Options);
        numbers = new int[connections.Count];
        // SQLite has one writer; callers who queue are quicker than callers who collide.
        gate = connections[0] is SqliteConnection ? new(1, 1) : null;
    }

    public static async Task<EfWrites> OpenAsync(int callers, StepRows rows, Func<Task<DbConnection>> open)
    {
        var connections = new List<DbConnection>();
        for (var i = 0; i < callers; i++) connections.Add(await open());
        return new(rows, connections);
    }

    public static async Task<DbConnection> SqliteAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456;";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public static async Task<DbConnection> PostgresAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>One step; each caller has dossiers of its own.</summary>
    public async Task WriteAsync(int caller)
    {
        var number = numbers[caller]++;
        var own = rows.Dossiers.Count / connections.Count;
        var (dossier, task) = (rows.Dossiers[(caller * own) + (number % own)], 3_000_000 + (number / own));
        var key = FormattableString.Invariant($"ef:{run}:{caller}:{number}");
        await using var db = new LimitDb(options[caller]);
        if (gate is not null) await gate.WaitAsync();
        try
        {
            if (await db.Keys.AsNoTracking().FirstOrDefaultAsync(row => row.Key == key) is not null) throw new InvalidOperationException("The key was used before.");
            var found = await db.Dossiers.SingleAsync(row => row.Id == dossier);
            (found.Status, found.DueAt, found.State, found.LastSequence) = (4, number, rows.State, number);
            found.Revision++;
            if (task > 3_000_000)
            {
                var before = db.Tasks.Attach(new LimitTask { DossierId = dossier, Task = task - 1 }).Entity;
                (before.EndedAt, before.EndedBy, before.EndedByName, before.Ending) = (number, 77, "Nguyễn Thị Minh Bạch", "done");
            }

            db.Tasks.Add(new LimitTask { DossierId = dossier, Task = task, ProcedureId = 1 + (dossier % 300), Name = rows.StepName, Role = "specialist", AgencyId = 1 + (dossier % 100), UnitId = 1 + (dossier % 1000), OpenedAt = number, DueAt = number });
            db.Entries.Add(new LimitEntry { Transaction = 1, At = number, StreamId = dossier, Name = "dossier.stepDone", Actor = rows.Actor, Data = rows.Done });
            db.Entries.Add(new LimitEntry { Transaction = 1, At = number, StreamId = dossier, Name = "dossier.stepOpened", Actor = rows.Actor, Data = rows.Opened });
            db.Keys.Add(new LimitKey { Key = key, At = number, Answer = rows.Answer });
            await db.SaveChangesAsync();
        }
        finally
        {
            gate?.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections) await connection.DisposeAsync();
        gate?.Dispose();
    }
}
