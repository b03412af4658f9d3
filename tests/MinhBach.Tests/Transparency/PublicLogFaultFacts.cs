using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Testing;
using MinhBach.Transparency;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Tests.Transparency;

/// <summary>Whatever befalls the log's files, its keys, its clock and its witnesses: it never forks, and work goes on.</summary>
public sealed class PublicLogFaultFacts
{
    [Theory, BothDatabases]
    public async Task Files_that_are_lost_cut_off_or_altered_are_named_and_made_anew(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var files = Directory.EnumerateFiles(Path.Combine(city.Service<LogHome>().Folder, "tile"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var whole = files.ToDictionary(file => file, File.ReadAllBytes, StringComparer.Ordinal);
        city.Service<PublishLog>().Close();
        File.Delete(files[0]);
        await File.WriteAllBytesAsync(files[^1], whole[files[^1]][..^1], TestContext.Current.CancellationToken);

        await city.PublishAsync();
        Assert.All(files, file => Assert.Equal(whole[file], File.ReadAllBytes(file)));

        var altered = (byte[])whole[files[^1]].Clone();
        altered[5] ^= 1;
        await File.WriteAllBytesAsync(files[^1], altered, TestContext.Current.CancellationToken);
        var found = await city.Service<PublishLog>().CheckAsync(TestContext.Current.CancellationToken);
        Assert.Contains(found, damage => files[^1].EndsWith(damage.Path, StringComparison.Ordinal));
        Assert.Equal(whole[files[^1]], await File.ReadAllBytesAsync(files[^1], TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task All_files_gone_the_same_log_is_made_of_what_the_city_keeps(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var head = city.LogHead();
        city.Service<PublishLog>().Close();
        Directory.Delete(Path.Combine(city.Service<LogHome>().Folder), recursive: true);
        Directory.CreateDirectory(city.Service<LogHome>().Folder);

        await city.FinishOneAsync();
        await city.PublishAsync();

        var tiles = new TileTree(city.LogFolder(), city.LogHead().Size);
        Assert.True(ConsistencyProof.Verify(head.Size, city.LogHead().Size, head.Root, city.LogHead().Root, ConsistencyProof.Make(tiles, head.Size, city.LogHead().Size)));
    }

    [Theory, BothDatabases]
    public async Task A_database_set_back_takes_back_what_was_published_and_never_forks(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var head = city.LogHead();
        city.Service<PublishLog>().Close();
        await city.Service<WriteLanes>().RunAsync(0, async session =>
        {
            await session.Sql("DELETE FROM transparency_entry WHERE position >= $1").With(head.Size - 3).RunAsync();
            return await session.Sql("DELETE FROM transparency_head").RunAsync();
        });

        await city.PublishAsync();

        Assert.Equal(head, city.LogHead());
        Assert.Equal(head.Size, (await city.Service<EntryStore>().EndAsync(TestContext.Current.CancellationToken)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_clock_that_was_set_back_stops_publication_and_not_the_work(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var head = city.LogHead();

        city.Clock.Advance(-Duration.FromHours(1));
        await city.FinishOneAsync();
        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PublicLogTrouble.Clock, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Equal(head, city.LogHead());

        city.Clock.Advance(Duration.FromHours(2));
        await city.PublishAsync();
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
        Assert.True(city.LogHead().Size > head.Size);
        Assert.True(city.ShownEntries().Zip(city.ShownEntries().Skip(1)).All(pair => pair.First.Logged <= pair.Second.Logged));
    }

    [Theory, BothDatabases]
    public async Task Without_its_key_nothing_is_signed_and_no_other_key_is_made(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        city.Service<PublishLog>().Close();
        city.Service<LogHome>().Dispose();
        foreach (var key in Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "keys"), "log*.key")) File.Delete(key);

        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PublicLogTrouble.Spoilt, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(city.Service<CityDatabase>().DataFolder, "keys"), "log*.key"));
    }

    [Theory, BothDatabases]
    public async Task Two_that_publish_at_once_enter_each_event_once(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        for (var i = 0; i < 3; i++) await city.FinishOneAsync();
        await city.PublishAsync();
        await city.FinishOneAsync();

        var enter = city.Service<EnterJournal>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (await enter.RunAsync(TestContext.Current.CancellationToken))
            {
            }
        })));
        await city.PublishAsync();

        Assert.All(city.ShownEntries().Where(entry => entry.Case is not null).GroupBy(entry => entry.Case), mine => Assert.Equal(Enumerable.Range(1, mine.Count()), mine.Select(entry => entry.Number!.Value)));
    }

    [Theory, BothDatabases]
    public async Task Missing_witnesses_hold_up_publication_and_nothing_else(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        using var witness = SignerKey.Generate("bao.example/nhan-chung", SignatureKind.Cosignature);
        var policy = LogPolicy.Of(city.Service<LogHome>().Published()[0], 1, witness.Verifier).ToString().Replace($"witness w1 {witness.Verifier}", $"witness w1 {witness.Verifier} http://127.0.0.1:9/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(city.Service<LogHome>().PolicyPath, policy, TestContext.Current.CancellationToken);
        var head = city.LogHead();

        await city.FinishOneAsync();
        await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken);
        Assert.Equal(PublicLogTrouble.Quorum, city.Service<PublicLogStatus>().Trouble?.Key);
        Assert.Equal(head, city.LogHead());

        File.Delete(city.Service<LogHome>().PolicyPath);
        city.Clock.Advance(Duration.FromMinutes(1));
        await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken);
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
        Assert.True(city.LogHead().Size > head.Size);
    }

    [Theory, BothDatabases]
    public async Task Where_it_cannot_be_written_work_goes_on_and_publication_follows(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        // As if the disk were full: no tile can be made.
        Directory.CreateDirectory(city.Service<LogHome>().Folder);
        await File.WriteAllTextAsync(Path.Combine(city.Service<LogHome>().Folder, "tile"), "", TestContext.Current.CancellationToken);

        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PublicLogTrouble.Failing, city.Service<PublicLogStatus>().Trouble?.Key);
        await city.FinishOneAsync();

        File.Delete(Path.Combine(city.Service<LogHome>().Folder, "tile"));
        await city.PublishAsync();
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
        Assert.Equal(2, city.ShownEntries().Where(entry => entry.Case is not null).Select(entry => entry.Case).Distinct().Count());
    }

    [Theory, BothDatabases]
    public async Task Another_node_cannot_have_the_folder_meanwhile(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        using var other = ActivatorUtilities.CreateInstance<GrowLog>(city.Services);

        await Assert.ThrowsAsync<LogHeldException>(() => other.OpenAsync(TestContext.Current.CancellationToken));

        city.Service<PublishLog>().Close();
        await other.OpenAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Published.Nothing, await city.Service<PublishLog>().TryAsync(TestContext.Current.CancellationToken));
        Assert.Null(city.Service<PublicLogStatus>().Trouble);
    }

    [Theory, BothDatabases]
    public async Task A_witness_cosigns_what_grows_and_refuses_what_was_set_back(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var folder = Directory.CreateTempSubdirectory("minhbach-witness-").FullName;
        using var desk = new WitnessDesk(folder, WitnessKey.Open(folder, "nhan-chung.bao.example"), city.Service<LogHome>().Published(), city.Clock);
        await using var app = WitnessServer.Build(desk, new Words(), $"http://127.0.0.1:{Loopback.FreePort()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var log = city.Service<LogHome>().Published()[0];
        var policy = LogPolicy.Of(log, 1, desk.Key).ToString().Replace($"{desk.Key}", $"{desk.Key} {app.Urls.Single()}/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(city.Service<LogHome>().PolicyPath, policy, TestContext.Current.CancellationToken);

        for (var round = 0; round < 3; round++)
        {
            await city.FinishOneAsync();
            await city.PublishAsync();
            var shown = LogFiles.ShownCheckpoint(city.Service<LogHome>().Folder)!;
            Assert.True(LogPolicy.Of(log, 1, desk.Key).Judge(shown).IsAccepted);
        }

        using var visitor = city.Visitor();
        Assert.Contains("09:00 ngày 17/11/2026", (await visitor.GetAsync("/nhat-ky")).Text, StringComparison.Ordinal);
        await app.StopAsync(TestContext.Current.CancellationToken);

        // Silent now, where nobody has to sign.
        await File.WriteAllTextAsync(city.Service<LogHome>().PolicyPath, policy.Replace("quorum witnesses", "quorum none", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        city.Clock.Advance(Duration.FromHours(3));
        await city.FinishOneAsync();
        await city.PublishAsync();
        Assert.Contains("09:00 ngày 17/11/2026, chưa ký bản mới nhất", (await visitor.GetAsync("/nhat-ky")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task With_a_new_key_both_sign_and_the_log_says_so(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.FinishOneAsync();
        await city.PublishAsync();
        var old = city.Service<LogHome>().Published()[0];
        city.Service<PublishLog>().Close();
        city.Service<LogHome>().Dispose();

        var made = VerifierKey.Parse(await city.Service<ReplaceLogKey>().RunAsync("rotation", TestContext.Current.CancellationToken));
        await city.PublishAsync();

        Assert.Equal([made, old], city.Service<LogHome>().Published());
        var shown = LogFiles.ShownCheckpoint(city.Service<LogHome>().Folder)!;
        Assert.Equal([made, old], shown.VerifiedBy(made, old));
        Assert.Contains(city.ShownEntries(), entry => entry.Type == EntryTypes.Key && entry.Facts?.GetProperty("key").GetString() == made.ToString());
    }
}
