using System.Data.Common;

namespace MinhBach.Kernel;

/// <summary>
/// A journal that moves to another PostgreSQL cluster: its entries are ordered by the ids of the transactions that wrote
/// them, and every cluster counts those for itself. In a younger one they would lie in the future: read by nobody, and
/// behind whatever is written next.
/// </summary>
public static class JournalMove
{
    /// <summary>Puts all entries, and how far readers have come, before what this cluster will write; their order stays.</summary>
    public static async Task ArriveAsync(DbConnection connection, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "SELECT coalesce(max(tx), 0) FROM journal_entry HAVING max(tx) >= pg_current_xact_id()::text::bigint";
        if (await command.ExecuteScalarAsync(cancellation) is not long newest) return;
        command.CommandText = $"UPDATE journal_entry SET tx = tx - {newest + 1}; UPDATE journal_cursor SET tx = tx - {newest + 1}";
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
