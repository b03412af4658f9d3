using System.Globalization;
using Microsoft.Data.Sqlite;
using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>Writes and reads facts in plain SQL: a city's history is folded, and read at every start, by the hundred thousand.</summary>
internal static class FactStore
{
    private static readonly TablePut<FactRow> Table = new("monitoring_dossier", "dossier_id");

    public static async ValueTask PutAsync(WriteSession session, IReadOnlyCollection<FactRow> rows) => await Table.PutAsync(session, rows);

    /// <summary>The lowest and the highest id of all dossiers with facts, and the newest change; null when there is none.</summary>
    public static async Task<(long First, long Last, long Change)?> EndsAsync(CityDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        // Each by an index of its own; asked for together they would read the whole table.
        command.CommandText = """
            SELECT (SELECT min(dossier_id) FROM monitoring_dossier), (SELECT max(dossier_id) FROM monitoring_dossier),
              (SELECT max(change) FROM monitoring_dossier)
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) && !reader.IsDBNull(0) ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    /// <summary>The facts of a range of dossiers, in the order of ids.</summary>
    public static Task<List<DossierFact>> BetweenAsync(CityDatabase database, long first, long last, FieldNames fields, CancellationToken cancellation) =>
        ReadAsync(database, string.Create(CultureInfo.InvariantCulture, $"dossier_id BETWEEN {first} AND {last}"), fields, cancellation);

    /// <summary>What was folded after a change, in the order of ids.</summary>
    public static Task<List<DossierFact>> AfterAsync(CityDatabase database, long change, FieldNames fields, CancellationToken cancellation) =>
        ReadAsync(database, string.Create(CultureInfo.InvariantCulture, $"change > {change}"), fields, cancellation);

    private static async Task<List<DossierFact>> ReadAsync(CityDatabase database, string where, FieldNames fields, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var query = $"SELECT {FactColumns.All} FROM monitoring_dossier WHERE {where} ORDER BY dossier_id";
        var facts = new List<DossierFact>();
        if (connection is SqliteConnection sqlite)
        {
            SqliteRow.ReadAll(sqlite, query, [], row => facts.Add(FactColumns.Read(row, fields)));
            return facts;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) facts.Add(FactColumns.Read(reader, fields));
        return facts;
    }
}
