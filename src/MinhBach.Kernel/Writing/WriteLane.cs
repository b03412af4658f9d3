using System.Data.Common;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace MinhBach.Kernel;

/// <summary>
/// One writer: takes what has queued, runs the commands one after the other, commits once, then answers. A caller is
/// answered only after its commit is durable; a failing command is undone alone. Savepoints cost a tenth of the work and are
/// hardly ever needed, so they are set only when a batch is run again because a command of it failed after writing.
/// </summary>
internal sealed class WriteLane : IAsyncDisposable
{
    private readonly Channel<WriteRequest> queue;
    private readonly CityDatabase database;
    private readonly WriteGate gate;
    private readonly TimeProvider clock;
    private readonly JournalSignal signal;
    private readonly DatabaseHealth health;
    private readonly KernelMeter meter;
    private readonly int batchSize;
    private readonly Task running;
    private readonly List<(WriteRequest Request, WriteSession Session)> done = [];
    private LaneConnection? lane;
    private volatile bool moved;

    public WriteLane(CityDatabase database, WriteGate gate, TimeProvider clock, JournalSignal signal, DatabaseHealth health, KernelMeter meter, KernelOptions options)
    {
        (this.database, this.gate, this.clock, this.signal, this.health, this.meter) = (database, gate, clock, signal, health, meter);
        batchSize = options.BatchSize;
        queue = Channel.CreateBounded<WriteRequest>(new BoundedChannelOptions(options.QueueLength) { SingleReader = true });
        running = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    public Task<T> RunAsync<T>(WriteRequest<T> request) =>
        queue.Writer.TryWrite(request) ? request.Task : Task.FromException<T>(new QueueFull());

    /// <summary>Commands that wait.</summary>
    public int Waiting => queue.Reader.Count;

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
            try
            {
                // The gate first: whatever queues while another writer holds it shares the commit.
                using var passed = await gate.EnterAsync();
                while (batch.Count < batchSize && queue.Reader.TryRead(out var request)) batch.Add(request);
                await CommitAsync(batch);
                health.Worked();
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                health.Failed(failure);
                foreach (var request in batch) request.Fail(failure);
                await ReconnectLaterAsync();
            }
        }
    }

    private async Task CommitAsync(List<WriteRequest> batch)
    {
        if (moved)
        {
            moved = false;
            await ReconnectLaterAsync();
        }

        lane ??= await LaneConnection.OpenAsync(database);
        done.Clear();
        if (!await TryAsync(batch, guarded: false))
        {
            // Rare: a command failed after it had written. Everything is undone and run once more, each command under a savepoint.
            done.Clear();
            lane.ForgetIds();
            await TryAsync(batch, guarded: true);
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

    // False when the batch was undone because one of its commands failed after writing.
    private async Task<bool> TryAsync(List<WriteRequest> batch, bool guarded)
    {
        await using var transaction = lane!.Connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : await lane.Connection.BeginTransactionAsync();
        await lane.BeginGroupAsync([.. batch.Select(request => request.Key).OfType<string>()], batch.Count);
        foreach (var request in batch)
        {
            if (request.IsAnswered) continue;
            var session = new WriteSession(lane, transaction, clock.Now(), guarded);
            try
            {
                await request.RunAsync(session);
                await session.KeepAsync();
                done.Add((request, session));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // A statement that failed has spoilt a transaction of PostgreSQL even if it only read.
                if (!guarded && (session.HasWritten || failure is DbException || lane.SendingFailed))
                {
                    await session.LeaveAsync();
                    await transaction.RollbackAsync();
                    return false;
                }

                await session.UndoAsync();
                request.Fail(failure);
                // Neither a rule nor an answer of the database: the connection may be the cause, and a lane must not stay on a
                // broken one. Under a savepoint it has just proved sound.
                if (!guarded && failure is not RuleBroken) moved = true;
            }
        }

        try
        {
            await lane.SendAsync();
        }
        catch (Exception failure) when (!guarded && failure is not OutOfMemoryException)
        {
            await transaction.RollbackAsync();
            return false;
        }

        var begun = Stopwatch.GetTimestamp();
        await transaction.CommitAsync();
        meter.Committed(done.Count, Stopwatch.GetElapsedTime(begun));
        lane.Committed(done.Count);
        return true;
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
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It was broken already. Whatever that throws, the lane goes on.
        }
    }
}
