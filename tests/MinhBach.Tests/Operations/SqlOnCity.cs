using MinhBach.Kernel;

namespace MinhBach.Tests.Operations;

/// <summary>Somebody at the database with a SQL prompt.</summary>
internal static class SqlOnCity
{
    public static async Task<object?> SqlAsync(this TestCity city, string text)
    {
        await using var connection = await city.Service<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        return await command.ExecuteScalarAsync();
    }

    public static async Task<IReadOnlyList<object?[]>> RowsAsync(this TestCity city, string query)
    {
        await using var connection = await city.Service<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        return rows;
    }
}
