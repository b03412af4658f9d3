using MinhBach.Testing;

namespace MinhBach.Kernel.Tests.Writing;

public sealed class LaneFacts
{
    [Theory, BothDatabases]
    public async Task Every_acknowledged_command_is_in_the_journal_once(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        await Task.WhenAll(Enumerable.Range(1, 500).Select(number => stand.AppendAsync(number)));

        var entries = await stand.EntriesAsync(500);
        Assert.Equal(Enumerable.Range(1, 500).Select(number => (long)number), entries.Select(entry => entry.StreamId).Order());
        Assert.All(entries, entry => Assert.Equal(entry.StreamId, Assert.IsType<Counted>(entry.Event).Number));
    }

    [Theory, BothDatabases]
    public async Task A_failing_command_is_undone_alone(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var commands = Enumerable.Range(1, 60).Select(number => stand.AppendAsync(
            number, number % 3 == 0 ? _ => throw new RuleBroken("stand.odd", "Không nhận số {0}.", number) : null)).ToList();
        var failures = 0;
        foreach (var command in commands)
        {
            try
            {
                await command;
            }
            catch (RuleBroken broken)
            {
                Assert.Equal("stand.odd", broken.Code);
                failures++;
            }
        }

        var entries = await stand.EntriesAsync(40);
        Assert.Equal(20, failures);
        Assert.Equal(40, entries.Count);
        Assert.DoesNotContain(entries, entry => entry.StreamId % 3 == 0);
    }

    [Theory, BothDatabases]
    public async Task A_database_error_in_one_command_leaves_its_neighbours_alone(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var before = stand.AppendAsync(1);
        var broken = stand.Lanes.RunAsync(1, async session => await session.Sql("INSERT INTO no_such_table (a) VALUES ($1)").With(1L).RunAsync(), TestContext.Current.CancellationToken);
        var after = stand.AppendAsync(2);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken);
        await before;
        await after;
    }

    [Theory, BothDatabases]
    public async Task A_repeated_key_gets_the_first_answer_and_writes_nothing(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        Task<long> Submit(string fingerprint) => stand.Lanes.RunAsync(
            7,
            async session => await session.AppendAsync("stand", 7, null, new Counted(7), Actor.System),
            new("citizen:abc", fingerprint), TestContext.Current.CancellationToken);

        var answers = await Task.WhenAll(Submit("a"), Submit("a"), Submit("a"));

        Assert.Single(answers.Distinct());
        Assert.Single(await stand.EntriesAsync(1));
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => Submit("b"));
        Assert.Equal("idempotency.mismatch", refused.Code);
    }

    [Theory, BothDatabases]
    public async Task A_number_series_has_no_gap_though_commands_fail(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);

        var numbers = new List<long>();
        var commands = Enumerable.Range(0, 90).Select(i => stand.Lanes.RunAsync(i, async session =>
        {
            var number = await session.NextNumberAsync("H26-261122");
            if (i % 4 == 0) throw new RuleBroken("stand.refused", "Không nhận.");
            return number;
        })).ToList();
        foreach (var command in commands)
        {
            try
            {
                numbers.Add(await command);
            }
            catch (RuleBroken)
            {
                // Its number goes to the next.
            }
        }

        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => (long)n), numbers.Order());
    }

    [Theory, BothDatabases]
    public async Task Ids_are_never_given_twice_though_commands_fail(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        var ids = new System.Collections.Concurrent.ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(0, 900).Select(async i =>
        {
            try
            {
                ids.Add(await stand.Lanes.RunAsync(i, async session =>
                {
                    var id = await session.NextIdAsync();
                    await session.NextIdAsync();
                    await session.AppendAsync("stand", id, null, new Counted(id), Actor.System);
                    return i % 7 == 0 ? throw new RuleBroken("stand.refused", "Không nhận.") : id;
                }));
            }
            catch (RuleBroken)
            {
                // Its ids are lost, which is allowed; given twice they must not be.
            }
        }));

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_lane_whose_connection_was_taken_away_writes_again_on_another()
    {
        await using var stand = await Stand.StartAsync(DatabaseKind.Postgres, options: kernel => kernel.PostgresLanes = 1);
        Task<long> SubmitAsync(string key) => stand.Lanes.RunAsync(
            7, async session => await session.AppendAsync("stand", 7, null, new Counted(7), Actor.System), new("citizen:" + key, key), TestContext.Current.CancellationToken);
        for (var round = 0; round < 10; round++)
        {
            await SubmitAsync("before " + round);
            // While it rests, as when the leader is changed.
            await using (var connection = await stand.Database.OpenAsync(TestContext.Current.CancellationToken))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
                await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
            }

            await Assert.ThrowsAnyAsync<Exception>(() => SubmitAsync("lost " + round));
            await SubmitAsync("after " + round);
            // And in the middle of a command.
            await Assert.ThrowsAnyAsync<Exception>(() => stand.AppendAsync(2, async session =>
                await session.Sql("SELECT pg_terminate_backend(pg_backend_pid())").FirstAsync(row => row.IsDBNull(0))));
        }

        Assert.Equal(20, (await stand.EntriesAsync(20)).Count);
    }

    [Fact]
    public async Task A_commit_is_waited_for_however_long_it_takes()
    {
        // Giving up would cancel it, and PostgreSQL answers success to a COMMIT that was cancelled while it waited for its follower.
        await using var stand = await Stand.StartAsync(DatabaseKind.Postgres, options: kernel => kernel.Postgres += ";Command Timeout=1");

        Assert.True(await stand.Lanes.RunAsync(
            0, async session => await session.Sql("SELECT true FROM pg_sleep(2.5)").FirstAsync(row => !row.IsDBNull(0)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_full_queue_says_so_instead_of_growing()
    {
        await using var stand = await Stand.StartAsync(DatabaseKind.Sqlite, options: kernel => kernel.QueueLength = 16);
        var held = new TaskCompletionSource();
        var blocker = stand.Lanes.RunAsync(0, async _ => { await held.Task; return true; }, TestContext.Current.CancellationToken);

        var waiting = Enumerable.Range(0, 400).Select(i => stand.AppendAsync(i)).ToList();
        held.SetResult();

        Assert.True(await blocker);
        var refused = 0;
        foreach (var command in waiting)
        {
            try
            {
                await command;
            }
            catch (QueueFull)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 399);
    }

    [Theory, BothDatabases]
    public async Task What_follows_a_commit_runs_before_the_answer_and_not_for_the_failed(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        var seen = new List<string>();

        await stand.AppendAsync(1, session => { session.OnCommitted(() => seen.Add("kept")); return Task.CompletedTask; });
        await Assert.ThrowsAsync<RuleBroken>(() => stand.AppendAsync(2, session =>
        {
            session.OnCommitted(() => seen.Add("undone"));
            throw new RuleBroken("stand.refused", "Không nhận.");
        }));

        Assert.Equal(["kept"], seen);
    }
}
