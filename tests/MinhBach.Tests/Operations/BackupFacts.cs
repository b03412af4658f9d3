using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;

namespace MinhBach.Tests.Operations;

public sealed class BackupFacts
{
    private static readonly string Content = "files/" + Hash[..2] + "/" + Hash;

    private static string Hash => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Filing.Pdf));

    [Theory, BothDatabases]
    public async Task A_back_up_taken_while_people_work_is_restored_whole(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var kept = new List<string> { (await ward.DecidedAsync()).Code, (await ward.SubmitAsync()).Code };
        await city.ScopedAsync<KeepFile, long>(keep => keep.RunAsync("a-draft", new HandedFile("to-khai.pdf", new MemoryStream(Filing.Pdf)), TestContext.Current.CancellationToken));
        var secret = city.Service<TrackingSecrets>().Of(new(1));
        using var done = new CancellationTokenSource();
        var working = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested) await ward.SubmitAsync();
        });

        var archive = Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "city.tar.gz");
        var (copied, said) = await CommandRun.RunAsync(["backup", archive, .. CommandRun.Where(city.Service<CityOptions>())]);
        await done.CancelAsync();
        await working;

        Assert.True(copied == 0, said);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(archive)!));
        await using var empty = await TestDatabase.CreateAsync(kind);
        var target = CommandRun.Vacant(empty);
        var (restored, told) = await CommandRun.RunAsync(["restore", archive, .. CommandRun.Where(target)]);
        Assert.True(restored == 0, told);
        Assert.Equal(Filing.Pdf, await File.ReadAllBytesAsync(Path.Combine(target.DataFolder, Content), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(target.DataFolder, "restoring")));
        await using (var again = City.Build(target, builder => builder.Logging.ClearProviders()))
        {
            await again.PrepareAsync(TestContext.Current.CancellationToken);
            foreach (var code in kept) Assert.NotNull(await again.Services.GetRequiredService<DossierLookup>().FindAsync(code, TestContext.Current.CancellationToken));
            Assert.Equal(secret, again.Services.GetRequiredService<TrackingSecrets>().Of(new(1)));
        }

        var (refused, why) = await CommandRun.RunAsync(["restore", archive, .. CommandRun.Where(target)]);
        Assert.Equal(2, refused);
        Assert.Contains("đã có dữ liệu", why, StringComparison.Ordinal);
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    // Every cluster counts its transactions for itself: the copy comes from one that has counted further.
    [Fact]
    public async Task In_a_younger_cluster_readers_of_the_journal_go_on_where_they_were()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        await new Ward(city).SubmitAsync();
        await city.CatchUpAsync();
        await city.SqlAsync("UPDATE journal_entry SET tx = tx + 1000000000000; UPDATE journal_cursor SET tx = tx + 1000000000000");
        var archive = Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "city.tar.gz");
        var (copied, said) = await CommandRun.RunAsync(["backup", archive, .. CommandRun.Where(city.Service<CityOptions>())]);
        Assert.True(copied == 0, said);
        await using var empty = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var target = CommandRun.Vacant(empty);
        var (restored, told) = await CommandRun.RunAsync(["restore", archive, .. CommandRun.Where(target)]);
        Assert.True(restored == 0, told);

        await using var again = City.Build(target, builder => builder.Logging.ClearProviders());
        await again.PrepareAsync(TestContext.Current.CancellationToken);
        var reader = again.Services.GetRequiredService<JournalReader>();
        var all = await reader.AfterAsync(JournalPosition.Start, 10_000, TestContext.Current.CancellationToken);
        Assert.Contains("dossier.submitted", all.Select(entry => entry.Name));
        Assert.Equal(all.Select(entry => entry.Position).Order(), all.Select(entry => entry.Position));
        foreach (var consumer in again.Services.GetServices<IJournalConsumer>())
            Assert.Empty(await reader.AfterAsync(await reader.CursorAsync(consumer.Name, TestContext.Current.CancellationToken), 10, TestContext.Current.CancellationToken));
        Npgsql.NpgsqlConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_broken_archive_is_told_and_nothing_is_restored()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Sqlite);
        var archive = Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "city.tar.gz");
        Assert.Equal(0, (await CommandRun.RunAsync(["backup", archive, .. CommandRun.Where(city.Service<CityOptions>())])).Code);
        Assert.Equal(2, (await CommandRun.RunAsync(["backup", archive, .. CommandRun.Where(city.Service<CityOptions>())])).Code);
        var whole = await File.ReadAllBytesAsync(archive, TestContext.Current.CancellationToken);
        var flipped = (byte[])whole.Clone();
        flipped[whole.Length / 2] ^= 0x55;
        // Its very last bytes are padding; what comes before them says whether all is there.
        byte[][] broken = [whole[..(whole.Length / 2)], whole[..(whole.Length * 99 / 100)], flipped, [], "không phải bản sao lưu"u8.ToArray()];

        foreach (var bytes in broken)
        {
            var path = Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "broken.tar.gz");
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
            var folder = Directory.CreateTempSubdirectory("minhbach-test-").FullName;

            var (code, said) = await CommandRun.RunAsync("restore", path, "--data", folder);

            Assert.Equal(2, code);
            Assert.Contains(path, said, StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(folder, "city.db")));
            Assert.False(Directory.Exists(Path.Combine(folder, "restoring")));
        }
    }

    [Theory, BothDatabases]
    public async Task A_copy_in_which_the_check_finds_something_is_not_put_in_place_unless_asked(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var change = await new Ward(city).SubmitAsync();
        await city.SqlAsync("UPDATE dossiers_dossier SET status = 9");
        var archive = Path.Combine(Directory.CreateTempSubdirectory("minhbach-test-").FullName, "city.tar.gz");
        Assert.Equal(0, (await CommandRun.RunAsync(["backup", archive, .. CommandRun.Where(city.Service<CityOptions>())])).Code);
        await using var empty = await TestDatabase.CreateAsync(kind);
        var target = CommandRun.Vacant(empty);

        var (code, said) = await CommandRun.RunAsync(["restore", archive, .. CommandRun.Where(target)]);
        var (again, _) = await CommandRun.RunAsync(["restore", archive, "--despite-findings", .. CommandRun.Where(target)]);

        Assert.Equal(1, code);
        Assert.Contains(change.Code, said, StringComparison.Ordinal);
        Assert.Equal(1, again);
        await using var restored = City.Build(target, builder => builder.Logging.ClearProviders());
        await restored.PrepareAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await restored.Services.GetRequiredService<DossierLookup>().FindAsync(change.Code, TestContext.Current.CancellationToken));
        Npgsql.NpgsqlConnection.ClearAllPools();
    }
}
