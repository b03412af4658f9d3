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
}
