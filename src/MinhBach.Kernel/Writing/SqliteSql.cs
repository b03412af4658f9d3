using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MinhBach.Kernel;

/// <summary>A statement that talks to SQLite itself: the command object of ADO.NET costs more than SQLite does for one row.</summary>
internal sealed class SqliteSql : Sql
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly bool reads;
    private readonly List<int> places = [];

    public SqliteSql(SqliteConnection connection, string text)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, text, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        reads = raw.sqlite3_stmt_readonly(statement) != 0;
    }

    public override async ValueTask<int> RunAsync()
    {
        await Session!.BeforeStatementAsync(!reads);
        return Run();
    }

    // The library is in this process: there is no way to save.
    public override async ValueTask LaterAsync(Func<Exception>? untouched = null)
    {
        if (await RunAsync() == 0 && untouched is not null) throw untouched();
    }

    public override async ValueTask<T?> FirstAsync<T>(Func<SqlRow, T> read)
        where T : default
    {
        await Session!.BeforeStatementAsync(!reads);
        try
        {
            if (!Step()) return default;
            var first = read(new(statement));
            // To the end: a statement with RETURNING has done its work only then.
            while (Step())
            {
            }

            return first;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    public override async ValueTask<List<T>> ListAsync<T>(Func<SqlRow, T> read)
    {
        await Session!.BeforeStatementAsync(!reads);
        var rows = new List<T>();
        try
        {
            while (Step()) rows.Add(read(new(statement)));
            return rows;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Runs the statement at once, without a savepoint of its own.</summary>
    internal int Run()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(database);
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    internal override void Dispose() => statement.Dispose();

    private protected override void Bind(int place, long? value) =>
        Check(value is { } number ? raw.sqlite3_bind_int64(statement, IndexOf(place), number) : raw.sqlite3_bind_null(statement, IndexOf(place)));

    private protected override void Bind(int place, int? value) => Bind(place, (long?)value);

    private protected override void Bind(int place, bool value) => Bind(place, value ? 1L : 0L);

    private protected override void Bind(int place, double? value) =>
        Check(value is { } number ? raw.sqlite3_bind_double(statement, IndexOf(place), number) : raw.sqlite3_bind_null(statement, IndexOf(place)));

    private protected override void Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(statement, IndexOf(place)));
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1, Encoding.UTF8.GetMaxByteCount(value.Length)));
        try
        {
            // Never from an empty array, whose address SQLite would take for null.
            Check(raw.sqlite3_bind_text(statement, IndexOf(place), rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private protected override void Bind(int place, byte[]? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(statement, IndexOf(place)),
        [] => raw.sqlite3_bind_zeroblob(statement, IndexOf(place), 0),
        _ => raw.sqlite3_bind_blob(statement, IndexOf(place), value),
    });

    // SQLite numbers places by where they first stand in the text, not by their names.
    private int IndexOf(int place)
    {
        while (places.Count <= place) places.Add(raw.sqlite3_bind_parameter_index(statement, "$" + (places.Count + 1)));
        return places[place];
    }

    private bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW) return true;
        if (code != raw.SQLITE_DONE) Check(code);
        return false;
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(code, database);
    }
}
