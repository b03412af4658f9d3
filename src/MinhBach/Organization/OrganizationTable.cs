using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>
/// Puts rows of one table, any number in one statement: the rows travel as one JSON text, which both databases take apart.
/// </summary>
internal sealed class OrganizationTable<TRow>
{
    private static readonly JsonSerializerOptions Json = new(KernelJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly string sqlite;
    private readonly string postgres;

    public OrganizationTable(string name, params string[] keys)
    {
        var columns = typeof(TRow).GetProperties().Select(property => (
            Name: JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
            Number: property.PropertyType == typeof(long) || property.PropertyType == typeof(long?))).ToList();
        var values = columns.Select(column => column.Number ? $"CAST(value->>'{column.Name}' AS bigint)" : $"value->>'{column.Name}'");
        var changed = columns.Where(column => !keys.Contains(column.Name, StringComparer.Ordinal)).Select(column => $"{column.Name} = excluded.{column.Name}");
        // An edit carries the next revision; whoever edited an older one touches no row.
        var unchanged = columns.Exists(column => column.Name == "revision") ? $" WHERE {name}.revision = excluded.revision - 1" : "";
        string Put(string rows) => $"""
            INSERT INTO {name} ({string.Join(", ", columns.Select(column => column.Name))})
            SELECT {string.Join(", ", values)} FROM {rows} WHERE true
            ON CONFLICT ({string.Join(", ", keys)}) DO UPDATE SET {string.Join(", ", changed)}{unchanged}
            """;
        sqlite = Put("json_each($1)");
        postgres = Put("json_array_elements($1::json) AS rows(value)");
    }

    /// <summary>Puts rows; answers whether every one was new or followed on the stored revision.</summary>
    public async ValueTask<bool> PutAsync(WriteSession session, IReadOnlyList<TRow> rows) =>
        rows.Count == 0 || await session.Sql(session.Kind == DatabaseKind.Sqlite ? sqlite : postgres)
            .With(JsonSerializer.Serialize(rows, Json)).RunAsync() == rows.Count;
}
