using System.Data.Common;
using MinhBach.Kernel;

namespace MinhBach.Tests.Strangers;

/// <summary>
/// How many rows every table of a city has: whoever changed nothing leaves them as they were. Figures are left out: they
/// follow the journal in their own time; and the key that the page of the second step makes for whoever opens it.
/// </summary>
internal static class Counts
{
    public static async Task<IReadOnlyDictionary<string, long>> OfAsync(TestCity city)
    {
        await using var connection = await city.Service<CityDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        var tables = await ColumnAsync(connection, city.Kind == DatabaseKind.Sqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables.Where(table => table != "accounts_token" && !table.StartsWith("monitoring_", StringComparison.Ordinal)))
            counts[table] = long.Parse((await ColumnAsync(connection, $"SELECT CAST(COUNT(*) AS TEXT) FROM \"{table}\""))[0], System.Globalization.CultureInfo.InvariantCulture);
        return counts;
    }

    private static async Task<List<string>> ColumnAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the database's own catalogue.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync()) values.Add(reader.GetString(0));
        return values;
    }
}
