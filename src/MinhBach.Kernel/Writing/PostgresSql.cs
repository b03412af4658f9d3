using Npgsql;
using NpgsqlTypes;

namespace MinhBach.Kernel;

internal sealed class PostgresSql : Sql
{
    private readonly NpgsqlCommand command;
    private readonly PendingWrites pending;
    private readonly bool answersWrite;

    public PostgresSql(NpgsqlConnection connection, PendingWrites pending, string text)
    {
        this.pending = pending;
        command = connection.CreateCommand();
        command.CommandText = text;
        answersWrite = text.Contains("RETURNING", StringComparison.Ordinal);
    }

    public override async ValueTask<int> RunAsync()
    {
        await ReadyAsync(writes: true);
        return await command.ExecuteNonQueryAsync();
    }

    public override async ValueTask LaterAsync(Func<Exception>? untouched = null)
    {
        await Session!.BeforeStatementAsync(writes: true);
        pending.Add(command, untouched);
        if (Session.HasContext) await pending.SendAsync();
    }

    public override async ValueTask<T?> FirstAsync<T>(Func<SqlRow, T> read)
        where T : default
    {
        await ReadyAsync(answersWrite);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? read(new(reader)) : default;
    }

    public override async ValueTask<List<T>> ListAsync<T>(Func<SqlRow, T> read)
    {
        await ReadyAsync(answersWrite);
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(read(new(reader)));
        return rows;
    }

    internal override void Dispose() => command.Dispose();

    private protected override void Bind(int place, long? value) => Bind(place, value, NpgsqlDbType.Bigint);

    private protected override void Bind(int place, int? value) => Bind(place, value, NpgsqlDbType.Integer);

    private protected override void Bind(int place, string? value) => Bind(place, value, NpgsqlDbType.Text);

    private protected override void Bind(int place, bool value) => Bind(place, value, NpgsqlDbType.Boolean);

    private protected override void Bind(int place, byte[]? value) => Bind(place, value, NpgsqlDbType.Bytea);

    private protected override void Bind(int place, double? value) => Bind(place, value, NpgsqlDbType.Double);

    private void Bind(int place, object? value, NpgsqlDbType type)
    {
        if (place == command.Parameters.Count) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        command.Parameters[place].Value = value ?? DBNull.Value;
    }

    private async ValueTask ReadyAsync(bool writes)
    {
        await Session!.BeforeStatementAsync(writes);
        await pending.SendAsync();
        command.Transaction = (NpgsqlTransaction)Session.Transaction;
    }
}
