using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Operations;
using NodaTime;

namespace MinhBach.Tests.Schema;

/// <summary>On PostgreSQL each month of the journal has a table of its own.</summary>
public sealed class JournalMonthFacts
{
    private const string Months = "SELECT tableoid::regclass::text AS place, count(*) FROM journal_entry WHERE stream = 'dossier' GROUP BY 1 ORDER BY 1";

    [Fact]
    public async Task Entries_go_into_the_table_of_their_month_and_chains_are_walked_across()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        var months = city.Service<JournalMonths>();
        var work = new VerbFacts.Work(city);
        await months.TurnAsync(city.Clock.Now, TestContext.Current.CancellationToken);
        var change = await work.SubmitAsync("1.001193");
        var before = (await work.ViewAsync(change.Id)).History.Count;
        city.Clock.SetTo(new(2026, 12, 1), 9);

        await months.TurnAsync(city.Clock.Now, TestContext.Current.CancellationToken);
        // What a lane had numbered before goes where its number belongs.
        for (var i = 0; i < 40; i++) await work.SubmitAsync("1.001193");
        await work.FinishAsync(change.Id);

        var places = await city.RowsAsync(Months);
        Assert.Equal(["journal_entry_2026_11", "journal_entry_2026_12"], places.Select(row => row[0]).Where(place => !Equals(place, "journal_entry_early")));
        Assert.True((await work.ViewAsync(change.Id)).History.Count > before + 4);
        // A number or two may have been taken and not used.
        Assert.InRange((long)(await city.RowsAsync("SELECT min(sequence) FROM journal_entry_2026_12"))[0][0]!, JournalMonths.FirstNumberOf(new(2026, 12, 1)), JournalMonths.FirstNumberOf(new(2026, 12, 1)) + 200);
        Assert.Empty((await city.Service<MinhBach.Dossiers.Check.CheckDossiers>().RunAsync(cancellation: TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task A_month_that_nobody_turned_and_a_clock_that_stands_behind_lose_nothing()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        var work = new VerbFacts.Work(city);
        await work.SubmitAsync("1.001193");
        await new JournalMonths(city.Service<CityDatabase>()).TurnAsync(Instant.FromUtc(2026, 12, 3, 0, 0), TestContext.Current.CancellationToken);
        await new JournalMonths(city.Service<CityDatabase>()).TurnAsync(Instant.FromUtc(2026, 10, 3, 0, 0), TestContext.Current.CancellationToken);
        // Nobody turns to May, for which there is no table either.
        city.Clock.SetTo(new(2027, 5, 3), 9);
        for (var i = 0; i < 40; i++) await work.SubmitAsync("1.001193");

        var places = await city.RowsAsync(Months);

        Assert.Contains("journal_entry_2026_12", places.Select(row => row[0]));
        Assert.DoesNotContain(places, row => ((string)row[0]!).Contains("2027", StringComparison.Ordinal));
        Assert.Equal(41L, await city.SqlAsync("SELECT count(*) FROM journal_entry WHERE name = 'dossier.submitted'"));
    }

    [Fact]
    public async Task Four_nodes_that_turn_at_once_turn_once()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        var now = Instant.FromUtc(2027, 3, 1, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new JournalMonths(city.Service<CityDatabase>()).TurnAsync(now, TestContext.Current.CancellationToken)));

        var made = await city.RowsAsync("SELECT count(*) FROM pg_class WHERE relname IN ('journal_entry_2027_03', 'journal_entry_2027_04', 'journal_entry_2027_05')");
        Assert.Equal(3L, made[0][0]);
    }

    [Fact]
    public async Task Months_turn_while_many_write()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        var (database, months) = (city.Service<CityDatabase>(), city.Service<JournalMonths>());
        using var turned = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(WriteAsync)));

        // Each time a month that nobody has made a table for.
        for (var turn = 0; turn < 60 && !writing.IsCompleted; turn++) await months.TurnAsync(new LocalDate(2027, 1, 1).PlusMonths(turn * 4).AtMidnight().InUtc().ToInstant(), TestContext.Current.CancellationToken);
        await turned.CancelAsync();

        await writing;

        // As a lane does, but with each number fresh.
        async Task WriteAsync()
        {
            await using var connection = await database.OpenAsync();
            await using var number = connection.CreateCommand();
            number.CommandText = "SELECT nextval(pg_get_serial_sequence('journal_entry', 'sequence'))";
            while (!turned.IsCancellationRequested)
            {
                await using var entry = connection.CreateCommand();
                entry.CommandText = System.FormattableString.Invariant($"INSERT INTO journal_entry (sequence, tx, at, stream, stream_id, name, actor, data) VALUES ({await number.ExecuteScalarAsync()}, 0, 0, 'test', 1, 'test', '{{}}', '{{}}')");
                await entry.ExecuteNonQueryAsync();
            }
        }
    }

    [Fact]
    public async Task A_chain_is_looked_for_in_the_table_of_its_number_alone()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        await city.Service<JournalMonths>().TurnAsync(city.Clock.Now, TestContext.Current.CancellationToken);
        await new VerbFacts.Work(city).SubmitAsync("1.001193");
        await city.SqlAsync("ANALYZE journal_entry");

        var plan = string.Join('\n', (await city.RowsAsync($"EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM journal_entry WHERE sequence = (SELECT max(last_sequence) FROM dossiers_dossier)")).Select(row => row[0]));

        Assert.Contains("never executed", plan, StringComparison.Ordinal);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(plan, @"Scan.* on journal_entry_\w+ .*\(actual"));
    }
}
