using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Schema;

/// <summary>A database of every schema that ever landed is upgraded with its rows.</summary>
public sealed class SampleFacts
{
    public static TheoryData<DatabaseKind, string> Samples => new(
        from kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres } from name in LandedSchemas.Names select (kind, name));

    [Fact]
    public void Every_change_of_the_schema_has_a_sample_of_what_it_left() => Assert.Equal(
        typeof(City).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Migration))).Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id).Order(StringComparer.Ordinal),
        LandedSchemas.Changes(LandedSchemas.Names[^1]).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Samples))]
    public async Task A_landed_schema_is_upgraded_with_its_rows(DatabaseKind kind, string name)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var sample = await File.ReadAllTextAsync(PathOf(kind, name), TestContext.Current.CancellationToken);
        await RunAsync(database, sample);
        var options = kind == DatabaseKind.Postgres
            ? CommandRun.Vacant(database)
            : new CityOptions { DataFolder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)! };

        await using (var city = City.Build(options, builder => builder.Logging.ClearProviders()))
        {
            // The schema alone: opening the city would also fill up its catalogue.
            await city.Services.GetRequiredService<CityDatabase>().PrepareAsync(TestContext.Current.CancellationToken);
            await using var connection = await city.Services.GetRequiredService<CityDatabase>().OpenAsync(TestContext.Current.CancellationToken);
            foreach (var rows in sample.Split('\n').Where(line => line.StartsWith("INSERT INTO \"", StringComparison.Ordinal)).GroupBy(line => line.Split('"')[1]).Where(rows => !rows.Key.StartsWith("__EF", StringComparison.Ordinal)))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT count(*) FROM \"{rows.Key}\"";
                Assert.Equal(((long)rows.Count(), rows.Key), ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, rows.Key));
            }
        }

        var (code, said) = await CommandRun.RunAsync(["check", .. CommandRun.Where(options)]);
        Assert.True(code == 0, said);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    /// <summary>With <c>MINHBACH_WRITE_SAMPLES=1</c>, after a migration was added to <see cref="LandedSchemas"/>, writes those that are missing.</summary>
    [Theory, BothDatabases]
    public async Task Every_landed_schema_has_its_sample(DatabaseKind kind)
    {
        if (Environment.GetEnvironmentVariable("MINHBACH_WRITE_SAMPLES") == "1") await WriteMissingAsync(kind);

        Assert.Empty(LandedSchemas.Names.Where(name => !File.Exists(PathOf(kind, name))));
    }

    private static async Task WriteMissingAsync(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        await ward.SubmitAsync();
        await ward.DecidedAsync();
        await city.SqlAsync(Thinning(kind));
        foreach (var name in LandedSchemas.Names.Where(name => !File.Exists(PathOf(kind, name))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(kind, name))!);
            await File.WriteAllTextAsync(PathOf(kind, name), await SampleWriter.WriteAsync(city, name), TestContext.Current.CancellationToken);
        }
    }

    // Of the starter organisation and catalogue only what the dossiers stand on is kept, and the journal is numbered anew.
    private static string Thinning(DatabaseKind kind) => $"""
        DELETE FROM procedures_version WHERE id NOT IN (SELECT version_id FROM dossiers_dossier);
        DELETE FROM procedures_procedure WHERE id NOT IN (SELECT procedure_id FROM procedures_version);
        DELETE FROM journal_entry WHERE stream = 'procedure' AND stream_id NOT IN (SELECT id FROM procedures_procedure);
        DELETE FROM organization_agency WHERE id NOT IN (SELECT agency_id FROM dossiers_task) AND id NOT IN (SELECT agency_id FROM dossiers_dossier);
        DELETE FROM organization_unit WHERE id NOT IN (SELECT unit_id FROM dossiers_task);
        DELETE FROM organization_post WHERE unit_id NOT IN (SELECT id FROM organization_unit);
        DELETE FROM organization_holding WHERE post_id NOT IN (SELECT id FROM organization_post);
        DELETE FROM organization_person WHERE id NOT IN (SELECT person_id FROM organization_holding);
        DELETE FROM accounts_account;
        CREATE {(kind == DatabaseKind.Postgres ? "TEMP" : "TEMPORARY")} TABLE renumber AS SELECT sequence AS old, row_number() OVER (ORDER BY sequence) AS new FROM journal_entry;
        UPDATE journal_entry SET previous = (SELECT new FROM renumber WHERE old = previous);
        UPDATE organization_state SET last_sequence = (SELECT new FROM renumber WHERE old = last_sequence);
        UPDATE procedures_procedure SET last_sequence = (SELECT new FROM renumber WHERE old = last_sequence);
        UPDATE dossiers_dossier SET last_sequence = (SELECT new FROM renumber WHERE old = last_sequence);
        UPDATE journal_entry SET sequence = -(SELECT new FROM renumber WHERE old = sequence);
        UPDATE journal_entry SET sequence = -sequence, tx = {(kind == DatabaseKind.Postgres ? "1" : "0")};
        DELETE FROM journal_cursor;
        DELETE FROM monitoring_dossier;
        DELETE FROM kernel_idempotency;
        """;

    private static string PathOf(DatabaseKind kind, string name, [CallerFilePath] string source = "") =>
        Path.Combine(Path.GetDirectoryName(source)!, "Samples", $"{name}.{kind.ToString().ToLowerInvariant()}.sql");

    private static async Task RunAsync(TestDatabase database, string text)
    {
        await using System.Data.Common.DbConnection connection = database.Kind == DatabaseKind.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new Npgsql.NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
