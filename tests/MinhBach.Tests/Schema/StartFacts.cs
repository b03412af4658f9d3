using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Schema;

/// <summary>A database that cannot be right is refused at the start with what to do, and is left as it is.</summary>
public sealed class StartFacts
{
    [Theory]
    [InlineData("half")]
    [InlineData("empty")]
    [InlineData("text")]
    public async Task A_damaged_SQLite_file_is_named_and_not_touched(string damage)
    {
        var folder = await CityFolderAsync();
        var path = Path.Combine(folder, "city.db");
        await File.WriteAllBytesAsync(path, damage switch
        {
            "half" => (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..200_000],
            "empty" => [],
            _ => "Đây không phải cơ sở dữ liệu, mà là một tệp văn bản dài hơn một trăm byte, đặt nhầm chỗ vào thư mục dữ liệu."u8.ToArray(),
        }, TestContext.Current.CancellationToken);
        var before = SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));

        foreach (var verb in new string[][] { ["--urls", $"http://127.0.0.1:{Loopback.FreePort()}"], ["check"], ["backup", Path.Combine(folder, "b.tar.gz")] })
        {
            var (code, said) = await CommandRun.RunAsync([.. verb, "--data", folder]);

            Assert.Equal(2, code);
            Assert.Contains(path, said, StringComparison.Ordinal);
            Assert.Contains("minhbach restore", said, StringComparison.Ordinal);
        }

        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
        Assert.False(File.Exists(Path.Combine(folder, "b.tar.gz")));
    }

    [Theory, BothDatabases]
    public async Task A_newer_programs_database_is_refused(DatabaseKind kind) =>
        await RefusedAsync(kind, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('9999_to_come', '10.0.0')", "phiên bản mới hơn", "9999_to_come");

    [Theory, BothDatabases]
    public async Task A_change_that_is_half_done_is_refused(DatabaseKind kind) =>
        await RefusedAsync(kind, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '0061_api_tokens'", "0061_api_tokens", "accounts_api_token");

    [Theory, BothDatabases]
    public async Task A_column_that_is_there_too_early_is_refused(DatabaseKind kind) =>
        await RefusedAsync(kind, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = '0041_draft_dossier'", "0041_draft_dossier", "minhbach restore");

    [Theory, BothDatabases]
    public async Task A_table_that_is_gone_is_told(DatabaseKind kind) => await RefusedAsync(kind, "DROP TABLE organization_agency", "organization_agency", "minhbach restore");

    [Theory, BothDatabases]
    public async Task Another_programs_database_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await RunAsync(database, "CREATE TABLE wordpress_post (id INTEGER)");

        var (code, said) = await StartAsync(database);

        Assert.Equal(2, code);
        Assert.Contains("wordpress_post", said, StringComparison.Ordinal);
        await RunAsync(database, "SELECT * FROM wordpress_post");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RunAsync(database, "SELECT * FROM journal_entry"));
    }

    [Theory, BothDatabases]
    public async Task A_journal_that_was_edited_just_now_is_refused(DatabaseKind kind)
    {
        foreach (var edit in new[] { "name = 'dossier.invented'", "data = '{'", "previous = 1" })
        {
            await using var city = await TestCity.StartAsync(kind);
            await new Ward(city).SubmitAsync();
            await city.SqlAsync($"UPDATE journal_entry SET {edit} WHERE sequence = (SELECT max(sequence) FROM journal_entry)");
            var options = city.Service<CityOptions>();

            await using var again = City.Build(options, builder => builder.Logging.ClearProviders());
            var refused = await Assert.ThrowsAsync<RuleBroken>(() => again.Services.GetRequiredService<JournalTail>().RequireSoundAsync(TestContext.Current.CancellationToken));

            Assert.StartsWith("journal.", refused.Code, StringComparison.Ordinal);
            Assert.Contains("minhbach check", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_connection_is_told_without_the_password()
    {
        var cluster = await PostgresCluster.GetAsync();
        string[] wrong =
        [
            "Host=127.0.0.1;Port=1;Database=minhbach;Username=minhbach;Password=s3cr3t-word",
            cluster.ConnectionStringOf("no_such_database") + ";Password=s3cr3t-word",
            "Host=127.0.0.1;Port=no-number;Password=s3cr3t-word",
            "Host=127.0.0.1;Password=before;s3cr3t-word=after",
        ];
        foreach (var connection in wrong)
        {
            var (code, said) = await CommandRun.RunAsync("check", "--database", connection);

            Assert.Equal(2, code);
            Assert.NotEmpty(said);
            Assert.DoesNotContain("s3cr3t-word", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nodes_that_start_together_change_the_schema_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var nodes = Enumerable.Range(0, 3).Select(_ => City.Build(CommandRun.Vacant(database), builder => builder.Logging.ClearProviders())).ToList();

        await Task.WhenAll(nodes.Select(node => node.Services.GetRequiredService<CityDatabase>().PrepareAsync(TestContext.Current.CancellationToken)));

        foreach (var node in nodes) await node.DisposeAsync();
        await RunAsync(database, "SELECT * FROM accounts_api_token");
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static async Task RefusedAsync(DatabaseKind kind, string edit, params string[] told)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var city = City.Build(OptionsFor(database), builder => builder.Logging.ClearProviders()))
            await city.PrepareAsync(TestContext.Current.CancellationToken);
        await RunAsync(database, edit);

        var (code, said) = await StartAsync(database);

        Assert.Equal(2, code);
        Assert.All(told, part => Assert.Contains(part, said, StringComparison.Ordinal));
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    private static Task<(int Code, string Said)> StartAsync(TestDatabase database) =>
        CommandRun.RunAsync(["--demo", "false", "--urls", $"http://127.0.0.1:{Loopback.FreePort()}", .. CommandRun.Where(OptionsFor(database))]);

    private static CityOptions OptionsFor(TestDatabase database) => database.Kind == DatabaseKind.Postgres
        ? CommandRun.Vacant(database)
        : new() { DataFolder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)! };

    private static async Task<string> CityFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("minhbach-test-").FullName;
        await using var city = City.Build(new() { DataFolder = folder }, builder => builder.Logging.ClearProviders());
        await city.PrepareAsync(TestContext.Current.CancellationToken);
        await city.DisposeAsync();
        await SqliteFile.SettleAsync(Path.Combine(folder, "city.db"));
        return folder;
    }

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
