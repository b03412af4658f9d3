using System.Data.Common;
using Npgsql;

namespace MinhBach.Kernel;

/// <summary>How far a database's schema is, against what this program knows. Reads only.</summary>
internal sealed record SchemaState(IReadOnlySet<string> Tables, IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, IReadOnlyList<string> Unknown)
{
    private const string History = "__EFMigrationsHistory";

    public bool IsEmpty => Tables.All(IsOfEntityFramework);

    /// <summary>Reads the tables and the history of one database.</summary>
    public static async Task<SchemaState> ReadAsync(DbConnection connection, KnownMigrations known, CancellationToken cancellation)
    {
        var tables = (await TextsAsync(connection, TablesQuery(connection), cancellation)).ToHashSet(StringComparer.Ordinal);
        var applied = tables.Contains(History) ? await TextsAsync(connection, $"SELECT \"MigrationId\" FROM \"{History}\" ORDER BY 1", cancellation) : [];
        return new(
            tables,
            applied,
            [.. known.Ids.Except(applied, StringComparer.Ordinal)],
            [.. applied.Except(known.Ids, StringComparer.Ordinal)]);
    }

    /// <summary>Refuses what this program must not work on.</summary>
    /// <exception cref="RuleBroken">A newer program's database, another program's, or one whose change was left half done.</exception>
    public void Refuse(KnownMigrations known, string provider)
    {
        if (Unknown.Count > 0 && Unknown.Count < Applied.Count)
        {
            throw new RuleBroken(
                "schema.newer",
                "Cơ sở dữ liệu thuộc phiên bản mới hơn: có thay đổi cấu trúc {0} mà chương trình này không biết. Hãy chạy phiên bản mới hơn; chưa có gì bị thay đổi.",
                Unknown[^1]);
        }

        if (Unknown.Count > 0 || (Applied.Count == 0 && !IsEmpty && !Pending.SelectMany(id => known.TablesOf(id, provider)).Any(Tables.Contains)))
        {
            throw new RuleBroken(
                "schema.foreign",
                "Cơ sở dữ liệu này là của một chương trình khác (có bảng {0}). Hãy chọn một cơ sở dữ liệu trống; chưa có gì bị thay đổi.",
                Tables.Where(table => !IsOfEntityFramework(table)).Order(StringComparer.Ordinal).FirstOrDefault(History));
        }

        foreach (var id in Pending)
        {
            if (known.TablesOf(id, provider).FirstOrDefault(Tables.Contains) is { } table)
            {
                throw new RuleBroken(
                    "schema.half",
                    "Thay đổi cấu trúc {0} còn dở: bảng {1} đã có mà lịch sử chưa ghi. Chưa có gì bị thay đổi. Hãy khôi phục bản sao lưu gần nhất bằng “minhbach restore” vào thư mục hoặc cơ sở dữ liệu trống.",
                    id,
                    table);
            }
        }
    }

    private static bool IsOfEntityFramework(string table) => table.StartsWith("__EF", StringComparison.Ordinal);

    private static string TablesQuery(DbConnection connection) => connection is NpgsqlConnection
        ? "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = ANY (current_schemas(false)::regnamespace[]::oid[])"
        : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

    private static async Task<List<string>> TextsAsync(DbConnection connection, string query, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellation)) texts.Add(reader.GetString(0));
        return texts;
    }
}
