namespace MinhBach.Kernel;

/// <summary>What somebody else's look at a database finds: whether it can be read, whether anything is there.</summary>
public static class DatabaseState
{
    extension(CityDatabase database)
    {
        /// <summary>Makes sure that this program can read the database as it is: for looking at it without changing it, also while it is served.</summary>
        /// <param name="older">Whether an older program's database will do.</param>
        /// <param name="cancellation">Stops the looking.</param>
        /// <exception cref="RuleBroken">There is none, it is damaged, or its schema is not this program's.</exception>
        public async Task RequireAsync(bool older = false, CancellationToken cancellation = default)
        {
            if (database.Kind == DatabaseKind.Sqlite && !File.Exists(database.SqlitePath)) throw new RuleBroken("data.none", "Không có cơ sở dữ liệu tại {0}.", Path.GetFullPath(database.SqlitePath));
            if (database.Kind == DatabaseKind.Sqlite) SqliteFile.RefuseDamaged(database.SqlitePath);
            await database.TellDamageAsync(async () =>
            {
                await using var connection = await database.OpenForReadingAsync(cancellation);
                var known = database.Known;
                var state = await SchemaState.ReadAsync(connection, known, cancellation);
                if (state.Applied.Count == 0 && state.IsEmpty) throw new RuleBroken("data.empty", "Cơ sở dữ liệu trống: chưa có thành phố nào ở đây.");
                await using var db = database.Context();
                state.Refuse(known, db.Database.ProviderName!);
                if (state.Pending.Count > 0 && !older)
                    throw new RuleBroken("schema.older", "Cơ sở dữ liệu thuộc phiên bản cũ hơn, còn thiếu thay đổi cấu trúc {0}. Hãy khởi động chương trình này một lần để nâng cấp.", state.Pending[0]);
            });
        }

        /// <summary>Whether there is nothing here yet: no file, or no tables.</summary>
        public async Task<bool> IsVacantAsync(CancellationToken cancellation = default)
        {
            if (database.Kind == DatabaseKind.Sqlite) return !File.Exists(database.SqlitePath);
            await using var connection = await database.OpenForReadingAsync(cancellation);
            return (await SchemaState.ReadAsync(connection, database.Known, cancellation)).Tables.Count == 0;
        }

        /// <summary>Drops every table on PostgreSQL: for whoever found the database vacant and takes back what was put there.</summary>
        public async Task EmptyAsync(CancellationToken cancellation = default)
        {
            await using var connection = await database.OpenAsync(cancellation);
            var state = await SchemaState.ReadAsync(connection, database.Known, cancellation);
            if (state.Tables.Count == 0) return;
            await using var command = connection.CreateCommand();
            command.CommandText = $"DROP TABLE {string.Join(", ", state.Tables.Select(table => $"\"{table}\""))} CASCADE";
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
