using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Where the database is: opens connections, configures contexts, migrates.</summary>
public sealed class CityDatabase : IDisposable
{
    /// <summary>Where questions that go together can be listened to; EF Core tells of its own.</summary>
    public static readonly DiagnosticListener Asking = new("MinhBach.Kernel.Database");

    private readonly KernelOptions options;
    private readonly IReadOnlyList<ITableMap> maps;
    private readonly SqliteReaders readers = new();
    private FileStream? owner;

    static CityDatabase() => SqliteLibrary.SetUp();

    /// <summary>Describes the database without touching it.</summary>
    public CityDatabase(IOptions<KernelOptions> options, IEnumerable<ITableMap> maps)
    {
        this.options = options.Value;
        this.maps = [.. maps];
        Kind = this.options.Postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;
        ConnectionString = this.options.Postgres is null
            ? new SqliteConnectionStringBuilder { DataSource = SqlitePath, DefaultTimeout = 30 }.ToString()
            : OnPostgres(this.options).ToString();
    }

    /// <summary>Which of the two databases this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Whether a write is answered only once it is on the disk.</summary>
    public bool WaitsForDisk => options.WaitForDisk;

    /// <summary>The ADO.NET connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>The folder for files beside the database, made when the database is prepared.</summary>
    public string DataFolder => options.DataFolder;

    /// <summary>The SQLite file.</summary>
    public string SqlitePath => Path.Combine(options.DataFolder, "city.db");

    /// <summary>Opens a connection for prepared SQL. The caller disposes of it.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken cancellation = default) => OpenAsync(ConnectionString, cancellation);

    /// <summary>
    /// Asks several questions in one go, which is one round trip on PostgreSQL. The caller disposes of the answers. The questions are remembered on
    /// SQLite: ask the same list again, not one like it.
    /// </summary>
    /// <param name="questions">Each one statement that only reads; <c>$1</c> in each of them stands for <paramref name="about" />.</param>
    /// <param name="about">A number or a text.</param>
    /// <param name="cancellation">Stops the asking.</param>
    public async Task<Answers> AskAsync(IReadOnlyList<string> questions, object about, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return Kind == DatabaseKind.Sqlite
            ? (readers.Take() ?? new(readers, (SqliteConnection)await OpenAsync(cancellation))).Ask(questions, about)
            : await Answers.OfAsync((NpgsqlConnection)await OpenAsync(cancellation), questions, about, cancellation);
    }

    /// <summary>The changes of the schema that this program knows.</summary>
    /// <exception cref="InvalidOperationException">It was set up without migrations.</exception>
    internal KnownMigrations Known => KnownMigrations.Of(options.MigrationsAssembly ?? throw new InvalidOperationException("There are no migrations."));

    /// <summary>Configures a context for this database.</summary>
    public void Configure(DbContextOptionsBuilder builder)
    {
        if (Kind == DatabaseKind.Sqlite) builder.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly(options.MigrationsAssembly)).AddInterceptors(SqlitePragmas.Interceptor(options.WaitForDisk));
        else builder.UseNpgsql(ConnectionString, npgsql => npgsql.MigrationsAssembly(options.MigrationsAssembly));
        Common(builder);
    }

    /// <summary>
    /// Opens a connection that only reads, also beside a process that serves from the same folder. The caller disposes of it.
    /// </summary>
    public async Task<DbConnection> OpenForReadingAsync(CancellationToken cancellation = default)
    {
        DbConnection connection = Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = SqlitePath, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ToString())
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { CommandTimeout = 0, MaxAutoPrepare = 0, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellation);
            if (connection is SqliteConnection sqlite) SqlitePragmas.ApplyForReading(sqlite);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Makes the data folder, takes it for this process alone, and brings the schema up to date.
    /// </summary>
    /// <exception cref="IOException">Another process works in this data folder.</exception>
    /// <exception cref="RuleBroken">The database is damaged, another program's, a newer program's, or left half changed; it was not touched.</exception>
    public async Task PrepareAsync(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        if (Kind == DatabaseKind.Sqlite)
        {
            owner ??= TakeFolder();
            SqliteFile.RefuseDamaged(SqlitePath);
        }

        await TellDamageAsync(async () =>
        {
            if (options.MigrationsAssembly is not null)
            {
                await new SchemaUpdate(this, Known, Context).RunAsync(cancellation);
                return;
            }

            await using var db = Context();
            await db.Database.EnsureCreatedAsync(cancellation);
        });
    }

    /// <summary>Does work on the database and tells a damaged file from other failures.</summary>
    /// <exception cref="RuleBroken">SQLite found the file damaged.</exception>
    public async Task TellDamageAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            await work();
        }
        catch (SqliteException failure) when (SqliteFile.IsDamage(failure))
        {
            throw SqliteFile.Damaged(SqlitePath, failure.Message);
        }
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
        readers.Dispose();
        if (Kind == DatabaseKind.Sqlite) SqliteConnection.ClearAllPools();
    }

    /// <summary>
    /// Opens a write lane's own connection. On PostgreSQL it never gives up waiting: cancelling a COMMIT that waits for the
    /// synchronous follower makes the server answer success for what lies on one disk only. And it is never a used one.
    /// </summary>
    internal async Task<DbConnection> OpenLaneAsync()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            var connection = await OpenAsync();
            if (!options.WaitForDisk) SqlitePragmas.ApplyForFilling((SqliteConnection)connection);
            return connection;
        }

        var lane = Unpooled();
        lane.CommandTimeout = 0;
        // A peer that is gone is found out by TCP; a socket in the file system has none.
        lane.TcpKeepAlive = lane.Host is not ['/' or '@', ..];
        if (lane.TcpKeepAlive) (lane.TcpKeepAliveTime, lane.TcpKeepAliveInterval) = (10, 5);
        return await OpenAsync(lane.ToString(), CancellationToken.None);
    }

    /// <summary>Lets go of the connections that rest in the pool: each may be dead, and would fail the next to use it.</summary>
    internal void ForgetConnections()
    {
        if (Kind == DatabaseKind.Sqlite) return;
        using var any = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(any);
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

    private static NpgsqlConnectionStringBuilder OnPostgres(KernelOptions options)
    {
        var place = new NpgsqlConnectionStringBuilder(options.Postgres) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        // What the city itself asks of the server stays. Pages ask for little at a time: compiling a question takes longer than answering it.
        place.Options = $"-c jit=off {place.Options}".TrimEnd();
        if (!options.WaitForDisk) place.Options += " -c synchronous_commit=off";
        return place;
    }

    /// <summary>Opens a connection that nobody has used and nobody will get afterwards: what it holds ends with it.</summary>
    internal Task<DbConnection> OpenUnpooledAsync(CancellationToken cancellation) => OpenAsync(Unpooled().ToString(), cancellation);

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

    internal CityDb Context()
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
}
