using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace MinhBach.Kernel;

/// <summary>
/// One writer: takes what has queued, runs each command under its own savepoint, commits once, then answers. A caller is
/// answered only after its commit is durable; a failing command is undone alone.
/// </summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private readonly Channel<WriteRequest> queue;
    private readonly CityDatabase database;
    private readonly WriteGate gate;
    private readonly TimeProvider clock;
    private readonly JournalSignal signal;
    private readonly int batchSize;
    private readonly Task running;
    private LaneConnection? lane;
    private volatile bool moved;

    public WriteLane(CityDatabase database, WriteGate gate, TimeProvider clock, JournalSignal signal, KernelOptions options)
    {
        (this.database, this.gate, this.clock, this.signal) = (database, gate, clock, signal);
        batchSize = options.BatchSize;
        queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        running = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public Task<T> RunAsync<T>(WriteRequest<T> request) =>
        queue.Writer.TryWrite(request) ? request.Task : Task.FromException<T>(new QueueFull());

    public void Reconnect() => moved = true;

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
        if (lane is not null) await lane.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<WriteRequest>(batchSize);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < batchSize && queue.Reader.TryRead(out var request)) batch.Add(request);
            try
            {
                await CommitAsync(batch);
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                foreach (var request in batch) request.Fail(failure);
                await ReconnectLaterAsync();
            }
        }
    }

    private async Task CommitAsync(List<WriteRequest> batch)
    {
        using var passed = await gate.EnterAsync();
        if (moved)
        {
            moved = false;
            await ReconnectLaterAsync();
        }

        lane ??= new(database, await database.OpenAsync());
        var done = new List<(WriteRequest Request, WriteSession Session)>(batch.Count);
        await using (var transaction = lane.Connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await lane.Connection.BeginTransactionAsync())
        {
            foreach (var request in batch)
            {
                var session = new WriteSession(lane, transaction, clock.Now());
                try
                {
                    await request.RunAsync(session);
                    await session.KeepAsync();
                    done.Add((request, session));
                }
                catch (Exception failure) when (failure is not OutOfMemoryException)
                {
                    await session.UndoAsync();
                    request.Fail(failure);
                }
            }

            await transaction.CommitAsync();
        }

        try
        {
            foreach (var action in done.SelectMany(item => item.Session.AfterCommit ?? [])) action();
        }
        finally
        {
            foreach (var (request, _) in done) request.Answer();
        }

        if (done.Exists(item => item.Session.Journalled)) signal.Ring();
    }

    // The transaction is gone with everything in it; a fresh connection is the one state that is surely sound.
    private async Task ReconnectLaterAsync()
    {
        if (lane is null) return;
        var broken = lane;
        lane = null;
        try
        {
            await broken.DisposeAsync();
        }
        catch (System.Data.Common.DbException)
        {
            // It was broken already.
        }
    }
}
