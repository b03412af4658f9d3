using System.Data.Common;
using System.Globalization;

namespace MinhBach.Tests.Schema;

/// <summary>
/// A schema as lines of text, one for each column, key, index and reference; names of constraints do not matter.
/// AUTOINCREMENT is not compared: the model asks for it by default, the migrations leave it out, because the tables in question
/// never delete their last row and it costs a second write for each row.
/// </summary>
internal static class SchemaText
{
    private const string SqliteTables = "FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '\\_\\_EF%' ESCAPE '\\'";

    public static async Task<SortedSet<string>> OfSqliteAsync(DbConnection connection)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in await RowsAsync(connection, $"SELECT m.name, c.name, c.type, c.\"notnull\", c.pk {SqliteTables.Replace("m WHERE", "m JOIN pragma_table_info(m.name) c WHERE", StringComparison.Ordinal)}"))
            lines.Add($"{row[0]}.{row[1]}: {row[2].ToUpperInvariant()}{(row[3] == "1" || row[4] != "0" ? " not null" : "")}{(row[4] == "0" ? "" : " key " + row[4])}");
        foreach (var row in await RowsAsync(connection, $"""
            SELECT m.name, i."unique", (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)),
              coalesce((SELECT substr(x.sql, instr(x.sql, ' WHERE ')) FROM sqlite_master x WHERE x.name = i.name AND instr(x.sql, ' WHERE ') > 0), '')
            {SqliteTables.Replace("m WHERE", "m JOIN pragma_index_list(m.name) i WHERE i.origin <> 'pk' AND", StringComparison.Ordinal)}
            """))
            lines.Add($"{row[0]}: {(row[1] == "1" ? "unique " : "")}index ({row[2]}){row[3]}");
        foreach (var row in await RowsAsync(connection, $"SELECT m.name, f.\"from\", f.\"table\", coalesce(f.\"to\", 'id'), f.on_delete {SqliteTables.Replace("m WHERE", "m JOIN pragma_foreign_key_list(m.name) f WHERE", StringComparison.Ordinal)}"))
            lines.Add($"{row[0]}.{row[1]} references {row[2]}({row[3]}) on delete {row[4]}");
        return lines;
    }

    public static async Task<SortedSet<string>> OfPostgresAsync(DbConnection connection)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in await RowsAsync(connection, """
            SELECT table_name, column_name, data_type, is_nullable, is_identity FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' AND NOT (SELECT relispartition FROM pg_class WHERE oid = table_name::regclass)
            """))
            lines.Add($"{row[0]}.{row[1]}: {row[2]}{(row[3] == "NO" ? " not null" : "")}{(row[4] == "YES" ? " identity" : "")}");
        foreach (var row in await RowsAsync(connection, """
            SELECT c.relname, i.indisunique::int, i.indisprimary::int, regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relname NOT LIKE '\_\_EF%' AND NOT c.relispartition
            """))
            lines.Add($"{row[0]}: {(row[2] == "1" ? "primary " : row[1] == "1" ? "unique " : "")}index {row[3]}");
        foreach (var row in await RowsAsync(connection, """
            SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace
            """))
            lines.Add($"{row[0]}: {row[1]}");
        return lines;
    }

    private static async Task<List<string[]>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "")]);
        return rows;
    }
}
