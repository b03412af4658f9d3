using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace MinhBach.Kernel;

/// <summary>A lane's own connection with its prepared statements and its block of ids.</summary>
internal sealed class LaneConnection(CityDatabase database, DbConnection connection) : IAsyncDisposable
{
    public const long IdBlock = 1000;
    private const int EventsPerCommand = 3;
    private const int MostActors = 1024;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Sql> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DbCommand> controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeptAnswer> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<Actor, string> actors = [];
    private readonly Queue<long> sequences = new();
    private readonly LogFolding? folding = connection is SqliteConnection && database.WaitsForDisk ? new(database) : null;
    private readonly PendingWrites? pending = connection is NpgsqlConnection postgres ? new(postgres) : null;
    private long nextId;
    private long idLimit;

    public DatabaseKind Kind => database.Kind;

    public DbConnection Connection => connection;

    /// <summary>Whether writes of the group could not be sent: which command is to blame is not known.</summary>
    public bool SendingFailed => pending is { Failed: true };

    public static async Task<LaneConnection> OpenAsync(CityDatabase database)
    {
        var connection = await database.OpenLaneAsync();
        if (connection is NpgsqlConnection postgres)
        {
            // Each row by its key is always the right plan. Left to itself the server plans on the table as it was when the
            // statement came first, empty perhaps, and goes on to read all of it for every group.
            // And a node that is paused in the middle of a group gives its locks back, or it would stop all the others.
            await using var command = new NpgsqlCommand(
                $"""
                SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
                SET idle_in_transaction_session_timeout = {LongestPause.TotalMilliseconds}
                """,
                postgres);
            await command.ExecuteNonQueryAsync();
        }

        return new(database, connection);
    }

    public Sql Statement(string text)
    {
        if (!statements.TryGetValue(text, out var statement))
            statements.Add(text, statement = connection is SqliteConnection sqlite ? new SqliteSql(sqlite, text) : new PostgresSql((NpgsqlConnection)connection, pending!, text));
        return statement;
    }

    public CityDb Context() => database.ContextOn(connection);

    public bool TryTakeId(out long id)
    {
        id = nextId;
        if (nextId >= idLimit) return false;
        nextId++;
        return true;
    }

    public long TakeIdsUpTo(long limit)
    {
        idLimit = limit;
        nextId = limit - IdBlock + 1;
        return nextId - 1;
    }

    // The block may have been handed out under the savepoint or transaction that is undone: its ids are not ours any more.
    public void ForgetIds() => nextId = idLimit = 0;

    public string Text(Actor actor)
    {
        if (actors.TryGetValue(actor, out var text)) return text;
        if (actors.Count == MostActors) actors.Clear();
        actors.Add(actor, text = JsonSerializer.Serialize(actor, KernelJson.Options));
        return text;
    }

    /// <summary>
    /// Begins a group of commands. On PostgreSQL what every one of them would ask by itself is asked at once: which keys have
    /// been answered before, and numbers for the journal.
    /// </summary>
    public async ValueTask BeginGroupAsync(string[] keys, int commands)
    {
        if (pending is null) return;
        pending.BeginGroup();
        answers.Clear();
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection);
        if (keys.Length > 0) batch.BatchCommands.Add(new("SELECT key, fingerprint, answer FROM kernel_idempotency WHERE key = ANY($1)") { Parameters = { new NpgsqlParameter<string[]> { TypedValue = keys } } });
        if (sequences.Count < commands * EventsPerCommand) batch.BatchCommands.Add(MoreSequences(commands * EventsPerCommand * 2));
        if (batch.BatchCommands.Count == 0) return;
        await using var reader = await batch.ExecuteReaderAsync();
        if (keys.Length > 0)
        {
            while (await reader.ReadAsync()) answers[reader.GetString(0)] = new(reader.GetString(1), reader.GetString(2));
            await reader.NextResultAsync();
        }

        while (await reader.ReadAsync()) sequences.Enqueue(reader.GetInt64(0));
    }

    public void BeginCommand() => pending?.BeginCommand();

    public void Committed(int commands) => folding?.Committed(commands);

    /// <summary>Sends what commands have written and the server has not seen.</summary>
    public ValueTask SendAsync() => pending?.SendAsync() ?? default;

    public void ForgetPending() => pending?.Forget();

    public KeptAnswer? AnswerTo(string key) => answers.GetValueOrDefault(key);

    public void Keep(string key, KeptAnswer answer) => answers[key] = answer;

    /// <summary>
    /// The number of a journal entry on PostgreSQL. Taken before the entry is written, so that writing it needs no answer; always
    /// above the stream's newest, which another lane may have numbered from a later block.
    /// </summary>
    public async ValueTask<long> NextSequenceAsync(long? previous)
    {
        while (true)
        {
            while (sequences.TryDequeue(out var next))
            {
                if (next > (previous ?? 0)) return next;
            }

            await using var batch = new NpgsqlBatch((NpgsqlConnection)connection) { BatchCommands = { MoreSequences(100) } };
            await using var reader = await batch.ExecuteReaderAsync();
            while (await reader.ReadAsync()) sequences.Enqueue(reader.GetInt64(0));
        }
    }

    public long LastRowId() => raw.sqlite3_last_insert_rowid(((SqliteConnection)connection).Handle);

    public async ValueTask ControlAsync(string text, DbTransaction transaction)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            ((SqliteSql)Statement(text)).Run();
            return;
        }

        if (!controls.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            controls.Add(text, command);
        }

        await SendAsync();
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        foreach (var command in controls.Values) await command.DisposeAsync();
        if (folding is not null) await folding.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand MoreSequences(int count) =>
        // The name is looked up once, not for each number.
        new("SELECT nextval(named.it) FROM (SELECT pg_get_serial_sequence('journal_entry', 'sequence')::regclass AS it OFFSET 0) named, generate_series(1, $1)") { Parameters = { new NpgsqlParameter<int> { TypedValue = count } } };
}

/// <summary>What a key was answered, as it is kept for a repetition.</summary>
internal sealed record KeptAnswer(string Fingerprint, string Answer);
