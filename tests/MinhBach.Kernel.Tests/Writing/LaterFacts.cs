using MinhBach.Testing;

namespace MinhBach.Kernel.Tests.Writing;

/// <summary>Writes that are sent later are still in their order, in their transaction and their command's own.</summary>
public sealed class LaterFacts
{
    [Theory, BothDatabases]
    public async Task What_is_written_later_is_seen_by_what_reads(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var seen = await stand.Lanes.RunAsync(1, async session =>
        {
            await PutAsync(session, "a", 1);
            await PutAsync(session, "b", 2);
            return await ReadAsync(session);
        }, TestContext.Current.CancellationToken);

        Assert.Equal(["a 1", "b 2"], seen);
    }

    [Theory, BothDatabases]
    public async Task Writes_of_one_command_keep_their_order(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        // In one group: the same statements in different orders, on rows of their own.
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => stand.Lanes.RunAsync(i, async session =>
        {
            var name = "n" + i;
            if (i % 2 == 0) await RemoveAsync(session, name);
            await PutAsync(session, name, 1);
            await SetAsync(session, name, 2);
            await SetAsync(session, name, 3);
            if (i % 4 == 3) await RemoveAsync(session, name);
            return true;
        })));

        var seen = await stand.Lanes.RunAsync(0, ReadAsync, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 40).Where(i => i % 4 != 3).Select(i => $"n{i} 3").Order(StringComparer.Ordinal), seen);
    }

    [Theory, BothDatabases]
    public async Task A_write_that_touched_nothing_fails_its_command_alone(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        await stand.Lanes.RunAsync(0, async session =>
        {
            for (var i = 0; i < 40; i++) await PutAsync(session, "n" + i, 1);
            return true;
        }, TestContext.Current.CancellationToken);

        var commands = Enumerable.Range(0, 40).Select(i => stand.Lanes.RunAsync(0, async session =>
        {
            // Every fifth looks for a row that is not there.
            await SetAsync(session, i % 5 == 0 ? "nobody" : "n" + i, 2);
            return true;
        })).ToList();

        for (var i = 0; i < commands.Count; i++)
        {
            if (i % 5 == 0) Assert.Equal("stand.gone", (await Assert.ThrowsAsync<RuleBroken>(() => commands[i])).Code);
            else Assert.True(await commands[i]);
        }

        var seen = await stand.Lanes.RunAsync(0, ReadAsync, TestContext.Current.CancellationToken);
        Assert.Equal(32, seen.Count(line => line.EndsWith(" 2", StringComparison.Ordinal)));
    }

    [Theory, BothDatabases]
    public async Task A_command_that_refuses_before_it_writes_leaves_its_neighbours_writes_alone(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var commands = Enumerable.Range(0, 40).Select(i => stand.Lanes.RunAsync(0, async session =>
        {
            if (i % 2 == 1) throw new RuleBroken("stand.refused", "Không nhận.");
            await PutAsync(session, "n" + i, 1);
            return true;
        })).ToList();

        for (var i = 0; i < commands.Count; i++)
        {
            if (i % 2 == 1) await Assert.ThrowsAsync<RuleBroken>(() => commands[i]);
            else Assert.True(await commands[i]);
        }

        Assert.Equal(20, (await stand.Lanes.RunAsync(0, ReadAsync, TestContext.Current.CancellationToken)).Count);
    }

    [Theory, BothDatabases]
    public async Task A_command_that_fails_takes_what_it_wrote_later_with_it(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var good = stand.Lanes.RunAsync(0, async session => { await PutAsync(session, "good", 1); return true; }, TestContext.Current.CancellationToken);
        var bad = stand.Lanes.RunAsync<bool>(0, async session =>
        {
            await PutAsync(session, "bad", 1);
            throw new RuleBroken("stand.refused", "Không nhận.");
        }, TestContext.Current.CancellationToken);
        var twice = stand.Lanes.RunAsync(0, async session => { await AddAsync(session, "good"); return true; }, TestContext.Current.CancellationToken);

        Assert.True(await good);
        await Assert.ThrowsAsync<RuleBroken>(() => bad);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => twice);
        Assert.Equal(["good 1"], await stand.Lanes.RunAsync(0, ReadAsync, TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task Entries_of_a_stream_are_numbered_upwards_whatever_lane_writes_them(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        long? last = null;

        for (var i = 0; i < 60; i++)
        {
            // The lanes have taken their numbers beforehand, each from a block of its own.
            var next = await stand.Lanes.RunAsync(i % 7, async session => await session.AppendAsync("stand", 1, last, new Counted(i), Actor.System), TestContext.Current.CancellationToken);
            Assert.True(last is null || next > last);
            last = next;
        }

        Assert.Equal(Enumerable.Range(0, 60).Select(i => (long)i), (await stand.Journal.HistoryAsync(last!.Value, TestContext.Current.CancellationToken)).Select(entry => ((Counted)entry.Event!).Number));
    }

    private static ValueTask PutAsync(WriteSession session, string name, long next) => session.Sql("""
        INSERT INTO kernel_number (name, next) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET next = excluded.next
        """).With(name).With(next).LaterAsync();

    private static ValueTask AddAsync(WriteSession session, string name) =>
        session.Sql("INSERT INTO kernel_number (name, next) VALUES ($1, 7)").With(name).LaterAsync();

    private static ValueTask SetAsync(WriteSession session, string name, long next) =>
        session.Sql("UPDATE kernel_number SET next = $1 WHERE name = $2").With(next).With(name).LaterAsync(() => new RuleBroken("stand.gone", "Không có {0}.", name));

    private static ValueTask RemoveAsync(WriteSession session, string name) =>
        session.Sql("DELETE FROM kernel_number WHERE name = $1").With(name).LaterAsync();

    private static ValueTask<List<string>> ReadAsync(WriteSession session) =>
        session.Sql("SELECT name, next FROM kernel_number ORDER BY name").ListAsync(row => FormattableString.Invariant($"{row.GetString(0)} {row.GetInt64(1)}"));
}
