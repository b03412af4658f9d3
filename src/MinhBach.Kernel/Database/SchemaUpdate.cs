using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>Brings a schema up to date: once, whoever else starts at the same moment.</summary>
internal sealed class SchemaUpdate(CityDatabase database, KnownMigrations known, Func<CityDb> context)
{
    // "minhbach" as a number: the lock under which a node migrates on PostgreSQL.
    private const long Lock = 0x6D696E6862616368;

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await StandsAsync(cancellation)) return;
        await using var connection = await database.OpenAsync(cancellation);
        if (connection is NpgsqlConnection)
        {
            // Held by an open transaction, so that it ends with this process, however it ends. Whoever waited for it looks again.
            await using var held = await connection.BeginTransactionAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT pg_advisory_xact_lock({Lock})";
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellation);
            if (!await StandsAsync(cancellation)) await MigrateAsync(cancellation);
            return;
        }

        await ForgetAbandonedLockAsync(connection, cancellation);
        await MigrateAsync(cancellation);
    }

    private async Task<bool> StandsAsync(CancellationToken cancellation)
    {
        var state = await StateAsync(cancellation);
        if (state.Pending.Count == 0 && state.Unknown.Count == 0) return true;
        await using var db = context();
        state.Refuse(known, db.Database.ProviderName!);
        return false;
    }

    private async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = context();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(6));
        try
        {
            await db.Database.MigrateAsync(cancellation);
        }
        catch (DbException failure)
        {
            // Each change is one transaction: what failed left nothing behind, what went before it is whole.
            var state = await StateAsync(cancellation);
            throw new RuleBroken(
                "schema.failed",
                "Thay đổi cấu trúc {0} không thực hiện được ({1}); phần dở đã được bỏ. Hãy chạy lại phiên bản cũ, hoặc khôi phục bản sao lưu gần nhất bằng “minhbach restore” vào thư mục hoặc cơ sở dữ liệu trống.",
                state.Pending.Count > 0 ? state.Pending[0] : "–",
                failure.Message);
        }
    }

    // On a connection of its own: in the transaction that holds the lock, having read the history would keep EF Core from it.
    private async Task<SchemaState> StateAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await SchemaState.ReadAsync(connection, known, cancellation);
    }

    // A process killed while migrating leaves EF Core's lock row behind; the folder is ours alone, so it is nobody's.
    private static async Task ForgetAbandonedLockAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\"";
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
