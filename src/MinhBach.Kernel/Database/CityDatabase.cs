using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Where the database is: opens connections, configures contexts, migrates.</summary>
public sealed class CityDatabase : IDisposable
{
    private readonly KernelOptions options;
    private readonly IReadOnlyList<ITableMap> maps;
    private FileStream? owner;

    /// <summary>Describes the database without touching it.</summary>
    public CityDatabase(IOptions<KernelOptions> options, IEnumerable<ITableMap> maps)
    {
        this.options = options.Value;
        this.maps = [.. maps];
        Kind = this.options.Postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;
        ConnectionString = this.options.Postgres is null
            ? new SqliteConnectionStringBuilder { DataSource = SqlitePath, DefaultTimeout = 30 }.ToString()
            : new NpgsqlConnectionStringBuilder(this.options.Postgres)
            {
                MaxAutoPrepare = 200,
                AutoPrepareMinUsages = 2,
                Options = this.options.WaitForDisk ? null : "-c synchronous_commit=off",
            }.ToString();
    }

    /// <summary>Which of the two databases this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The ADO.NET connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder for files beside the database, made when the database is prepared.</summary>
    public string DataFolder => options.DataFolder;

    private string SqlitePath => Path.Combine(options.DataFolder, "city.db");

    /// <summary>Opens a connection for prepared SQL. The caller disposes of it.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellation = default) => OpenAsync(ConnectionString, cancellation);

    /// <summary>
    /// On PostgreSQL waits until no other node prepares this database, and makes the others wait until the answer is disposed
    /// of: nodes that start together on an empty database would each make the schema, the organisation and the catalogue, and
    /// one that finds a demo city in the making would empty it. On SQLite the data folder belongs to one process alone: null.
    /// </summary>
    public async Task<IAsyncDisposable?> TakeStartAsync(CancellationToken cancellation = default)
    {
        if (Kind == DatabaseKind.Sqlite) return null;
        var connection = await OpenAsync(Unpooled().ToString(), cancellation);
        try
        {
            await using var command = connection.CreateCommand();
            // The number is ours by convention alone. Asked again and again: a query that waits would meet its time limit.
            command.CommandText = "SELECT pg_try_advisory_lock(5080)";
            while (await command.ExecuteScalarAsync(cancellation) is not true) await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Configures a context for this database.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        if (Kind == DatabaseKind.Sqlite) builder.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly(options.MigrationsAssembly)).AddInterceptors(SqlitePragmas.Interceptor);
        else builder.UseNpgsql(ConnectionString, npgsql => npgsql.MigrationsAssembly(options.MigrationsAssembly));
        Common(builder);
    }

    /// <summary>
    /// Makes the data folder, takes it for this process alone, and brings the schema up to date.
    /// </summary>
    /// <exception cref="IOException">Another process works in this data folder.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        if (Kind == DatabaseKind.Sqlite) owner ??= TakeFolder();
        // Nearly every start finds the schema as it should be; asking EF Core would cost a second and more.
        if (options.MigrationsAssembly is not null && await IsUpToDateAsync(cancellation)) return;
        await using var db = Context();
        if (options.MigrationsAssembly is null)
        {
            await db.Database.EnsureCreatedAsync(cancellation);
            return;
        }

        if (Kind == DatabaseKind.Sqlite) await ForgetAbandonedMigrationLockAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>Builds EF Core's model, which the first query would have to wait for.</summary>
    public void Warm()
    {
        using var db = Context();
        _ = db.Model;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        owner?.Dispose();
        if (Kind == DatabaseKind.Sqlite) SqliteConnection.ClearAllPools();
    }

    /// <summary>
    /// Opens a write lane's own connection. On PostgreSQL it never gives up waiting: cancelling a COMMIT that waits for the
    /// synchronous follower makes the server answer success for what lies on one disk only. And it is never a used one.
    /// </summary>
    internal Task<DbConnection> OpenLaneAsync()
    {
        if (Kind == DatabaseKind.Sqlite) return OpenAsync();
        var lane = Unpooled();
        lane.CommandTimeout = 0;
        // A peer that is gone is found out by TCP; a socket in the file system has none.
        lane.TcpKeepAlive = lane.Host is not ['/' or '@', ..];
        if (lane.TcpKeepAlive) (lane.TcpKeepAliveTime, lane.TcpKeepAliveInterval) = (10, 5);
        return OpenAsync(lane.ToString(), CancellationToken.None);
    }

    internal CityDb ContextOn(DbConnection connection)
    {
        var builder = new DbContextOptionsBuilder<CityDb>();
        if (connection is SqliteConnection sqlite) builder.UseSqlite(sqlite);
        else builder.UseNpgsql(connection);
        Common(builder);
        var db = new CityDb(builder.Options, maps, gate: null);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }

    private NpgsqlConnectionStringBuilder Unpooled() => new(ConnectionString) { Pooling = false };

    private async Task<DbConnection> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        DbConnection connection = Kind == DatabaseKind.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            if (connection is SqliteConnection sqlite) SqlitePragmas.Apply(sqlite, options.WaitForDisk);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private CityDb Context()
    {
        var builder = new DbContextOptionsBuilder<CityDb>();
        Configure(builder);
        return new(builder.Options, maps, gate: null);
    }

    private static void Common(DbContextOptionsBuilder builder) => builder
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ReplaceService<IModelCacheKeyFactory, ModelOfMaps>()
        // Migrations are written by hand and there is no model snapshot; a test compares schema and model instead.
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    private async Task<bool> IsUpToDateAsync(CancellationToken cancellation)
    {
        var wanted = Assembly.Load(options.MigrationsAssembly!).GetTypes().Where(type => type.IsSubclassOf(typeof(Migration)))
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id).ToHashSet(StringComparer.Ordinal);
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) wanted.Remove(reader.GetString(0));
            return wanted.Count == 0;
        }
        catch (DbException)
        {
            // An empty database has no history; whatever else is wrong, the migration will say.
            return false;
        }
    }

    private FileStream TakeFolder()
    {
        var path = Path.Combine(options.DataFolder, "city.lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refused)
        {
            throw new IOException($"Thư mục dữ liệu “{Path.GetFullPath(options.DataFolder)}” đang được một tiến trình minhbach khác sử dụng. / Another minhbach process is using this data folder.", refused);
        }
    }

    // A process killed while migrating leaves EF Core's lock row behind; the folder is ours alone, so it is nobody's.
    private async Task ForgetAbandonedMigrationLockAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
