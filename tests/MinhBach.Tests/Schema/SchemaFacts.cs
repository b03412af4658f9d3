using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Schema;

public sealed class SchemaFacts
{
    // PostgreSQL alone reads the journal by transaction; the model is one for both databases.
    private const string OrderOfTheJournal = "journal_entry: index btree (tx, sequence)";

    [Theory, BothDatabases]
    public async Task Migrations_and_model_make_the_same_schema(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.CreateAsync(kind);
        await using var modelled = await TestDatabase.CreateAsync(kind);

        var byMigrations = await DescribeAsync(migrated, typeof(City).Assembly.GetName().Name);
        var byModel = await DescribeAsync(modelled, migrations: null);

        Assert.True(byModel.Count > 100);
        Assert.Equal([], byModel.Except(byMigrations).Select(line => "only in the model: " + line));
        Assert.Equal([], byMigrations.Except(byModel).Where(line => line != OrderOfTheJournal).Select(line => "only in the migrations: " + line));
    }

    private static async Task<SortedSet<string>> DescribeAsync(TestDatabase database, string? migrations)
    {
        var postgres = database.Kind == DatabaseKind.Postgres;
        var folder = postgres ? Directory.CreateTempSubdirectory("minhbach-test-").FullName : Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
        await using var city = City.Build(new CityOptions { DataFolder = folder });
        var options = new KernelOptions { DataFolder = folder, Postgres = postgres ? database.ConnectionString : null, MigrationsAssembly = migrations };
        using var prepared = new CityDatabase(Options.Create(options), city.Services.GetServices<ITableMap>());
        await prepared.PrepareAsync();
        await using (var connection = await prepared.OpenAsync())
        {
            return postgres ? await SchemaText.OfPostgresAsync(connection) : await SchemaText.OfSqliteAsync(connection);
        }
    }
}
