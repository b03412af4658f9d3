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

    private readonly Dictionary<string, Sql> statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DbCommand> controls = new(StringComparer.Ordinal);
    private (Actor Actor, string Text)? lastActor;
    private long nextId;
    private long idLimit;

    public DatabaseKind Kind => database.Kind;

    public DbConnection Connection => connection;

    public Sql Statement(string text)
    {
        if (!statements.TryGetValue(text, out var statement))
            statements.Add(text, statement = connection is SqliteConnection sqlite ? new SqliteSql(sqlite, text) : new PostgresSql((NpgsqlConnection)connection, text));
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
        if (lastActor is { } last && ReferenceEquals(last.Actor, actor)) return last.Text;
        var text = JsonSerializer.Serialize(actor, KernelJson.Options);
        lastActor = (actor, text);
        return text;
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

        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        foreach (var command in controls.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
