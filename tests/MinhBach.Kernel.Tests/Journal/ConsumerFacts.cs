using Microsoft.Extensions.DependencyInjection;
using MinhBach.Testing;
using Npgsql;

namespace MinhBach.Kernel.Tests.Journal;

public sealed class ConsumerFacts
{
    [Theory, BothDatabases]
    public async Task A_consumer_counts_each_entry_once_and_rebuilds_to_the_same(DatabaseKind kind)
    {
        var consumer = new Summing();
        await using var stand = await Stand.StartAsync(kind, services => services.AddSingleton<IJournalConsumer>(consumer));
        await Task.WhenAll(Enumerable.Range(1, 2500).Select(number => stand.AppendAsync(number)));

        await stand.EntriesAsync(2500);
        await stand.Pump.CatchUpAsync(TestContext.Current.CancellationToken);
        await stand.Pump.CatchUpAsync(TestContext.Current.CancellationToken);
        var first = consumer.Sum;
        await stand.Pump.RebuildAsync(consumer, TestContext.Current.CancellationToken);

        Assert.Equal(2500L * 2501 / 2, first);
        Assert.Equal(first, consumer.Sum);
    }

    [Theory, BothDatabases]
    public async Task A_history_is_walked_back_along_its_chain(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        long? last = null;
        for (var i = 1; i <= 5; i++)
        {
            var previous = last;
            var number = i;
            last = await stand.Lanes.RunAsync(1, async session => await session.AppendAsync("stand", 1, previous, new Counted(number), Actor.System), TestContext.Current.CancellationToken);
            await stand.AppendAsync(100 + i);
        }

        var history = await stand.Journal.HistoryAsync(last!.Value, TestContext.Current.CancellationToken);

        Assert.Equal([1L, 2, 3, 4, 5], history.Select(entry => ((Counted)entry.Event!).Number));
    }

    [Fact]
    public async Task A_transaction_that_commits_late_is_not_skipped()
    {
        await using var stand = await Stand.StartAsync(DatabaseKind.Postgres);
        await using var late = new NpgsqlConnection(stand.Database.ConnectionString);
        await late.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await late.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO journal_entry (tx, at, stream, stream_id, name, actor, data)
            VALUES (pg_current_xact_id()::text::bigint, 0, 'stand', 1, 'stand.counted', '{"kind":"system","name":"x"}', '{"number":1}')
            """,
            late, transaction);
        await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await stand.AppendAsync(2);

        var early = await stand.Journal.AfterAsync(JournalPosition.Start, 10, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var all = await stand.EntriesAsync(2);

        Assert.Empty(early);
        Assert.Equal([1L, 2], all.Select(entry => entry.StreamId));
    }

    private sealed class Summing : IJournalConsumer
    {
        public long Sum { get; private set; }

        public string Name => "test.summing";

        public Task ConsumeAsync(IReadOnlyList<JournalEntry> entries, WriteSession session, CancellationToken cancellation)
        {
            Sum += entries.Sum(entry => ((Counted)entry.Event!).Number);
            return Task.CompletedTask;
        }

        public Task ForgetAsync(WriteSession session, CancellationToken cancellation)
        {
            Sum = 0;
            return Task.CompletedTask;
        }
    }
}
