using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.DemoCity;

/// <summary>
/// Remembers in the database that a demo city is being made, so that a start after an interruption throws the torso away.
/// It only ever empties a database that says so of itself.
/// </summary>
public sealed class UnfinishedCity(CityDatabase database, WriteLanes lanes, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Empties the database if the making of its demo city was interrupted; before anything is loaded.</summary>
    public async Task ForgetAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM democity_making WHERE finished_at IS NULL";
        if (await command.ExecuteScalarAsync(cancellation) is null) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        command.CommandText = database.Kind == DatabaseKind.Postgres
            ? $"TRUNCATE {string.Join(", ", tables.Select(table => $"\"{table}\""))} RESTART IDENTITY"
            : "PRAGMA foreign_keys=OFF; BEGIN; " + string.Concat(tables.Select(table => $"DELETE FROM \"{table}\"; ")) + "COMMIT; PRAGMA foreign_keys=ON;";
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Notes that the making is done.</summary>
    public Task FinishAsync(CancellationToken cancellation = default) => lanes.RunAsync(
        0,
        async session => await session.Sql("UPDATE democity_making SET finished_at = $1").With(clock.Now()).RunAsync(),
        cancellation);

    internal Task BeginAsync(DemoCityPlan plan) => lanes.RunAsync(0, async session =>
        await session.Sql("INSERT INTO democity_making (id, seed, dossiers, months, until) VALUES (1, $1, $2, $3, $4)")
            .With((long)plan.Seed).With((long)plan.Dossiers).With((long)plan.Months).With(plan.Until).RunAsync());
}
