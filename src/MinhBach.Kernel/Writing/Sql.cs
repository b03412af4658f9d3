using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace MinhBach.Kernel;

/// <summary>
/// One prepared statement of a lane. Places are written <c>$1 … $n</c> and bound in that order with <c>With</c>; the
/// types of the places must be the same at every use of the same text.
/// </summary>
public sealed class Sql
{
    private readonly DbCommand command;
    private WriteSession? session;
    private int next;

    internal Sql(DbConnection connection, string text)
    {
        command = connection.CreateCommand();
        command.CommandText = text;
    }

    /// <summary>Binds a whole number.</summary>
    public Sql With(long? value) => Bind(value, NpgsqlDbType.Bigint, DbType.Int64);

    /// <summary>Binds a 32-bit whole number (a column of CLR type int).</summary>
    public Sql WithInt(int? value) => Bind(value, NpgsqlDbType.Integer, DbType.Int32);

    /// <summary>Binds text.</summary>
    public Sql With(string? value) => Bind(value, NpgsqlDbType.Text, DbType.String);

    /// <summary>Binds a truth value.</summary>
    public Sql With(bool value) => Bind(value, NpgsqlDbType.Boolean, DbType.Boolean);

    /// <summary>Binds bytes.</summary>
    public Sql With(byte[]? value) => Bind(value, NpgsqlDbType.Bytea, DbType.Binary);

    /// <summary>Binds a real number.</summary>
    public Sql WithReal(double? value) => Bind(value, NpgsqlDbType.Double, DbType.Double);

    /// <summary>Binds an instant, stored as microseconds.</summary>
    public Sql With(Instant? value) => With(value?.ToUnixMicroseconds());

    /// <summary>Binds a date, stored as ISO text.</summary>
    public Sql With(LocalDate? value) => With(value is { } date ? LocalDatePattern.Iso.Format(date) : null);

    /// <summary>Runs the statement; answers how many rows it touched.</summary>
    public async ValueTask<int> RunAsync()
    {
        await ReadyAsync(writes: true);
        return command is SqliteCommand ? command.ExecuteNonQuery() : await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads the first row; default when there is none.</summary>
    public async ValueTask<T?> FirstAsync<T>(Func<DbDataReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        await ReadyAsync(writes: false);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(reader) : default;
    }

    /// <summary>Reads all rows.</summary>
    public async ValueTask<List<T>> ListAsync<T>(Func<DbDataReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        await ReadyAsync(writes: false);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    internal Sql For(WriteSession user)
    {
        session = user;
        next = 0;
        return this;
    }

    internal void Dispose() => command.Dispose();

    private async ValueTask ReadyAsync(bool writes)
    {
        // RETURNING makes a write of a query; a savepoint too many is cheap, one too few is not.
        await session!.BeforeStatementAsync(writes || command is NpgsqlCommand || command.CommandText.Contains("RETURNING", StringComparison.Ordinal));
        command.Transaction = session.Transaction;
    }

    private Sql Bind(object? value, NpgsqlDbType npgsql, DbType sqlite)
    {
        if (next == command.Parameters.Count)
        {
            command.Parameters.Add(command is NpgsqlCommand
                ? new NpgsqlParameter { NpgsqlDbType = npgsql }
                : new SqliteParameter { ParameterName = "$" + (next + 1), DbType = sqlite });
        }

        command.Parameters[next++].Value = value ?? DBNull.Value;
        return this;
    }
}
