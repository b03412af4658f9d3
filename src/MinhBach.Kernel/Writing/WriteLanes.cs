using Microsoft.Extensions.Options;

namespace MinhBach.Kernel;

/// <summary>
/// The way of every write: a command is queued in the lane of its key, runs in order with the others of that key, and is
/// answered when its commit is durable.
/// </summary>
public sealed class WriteLanes : IAsyncDisposable
{
    private readonly WriteLane[] lanes;

    /// <summary>Starts the lanes: one on SQLite, a few on PostgreSQL.</summary>
    public WriteLanes(CityDatabase database, WriteGate gate, TimeProvider clock, JournalSignal signal, DatabaseHealth health, KernelMeter meter, IOptions<KernelOptions> options)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        var count = database.Kind == DatabaseKind.Sqlite ? 1 : options.Value.PostgresLanes;
        lanes = [.. Enumerable.Range(0, count).Select(_ => new WriteLane(database, gate, clock, signal, health, meter, options.Value))];
        meter.Watch(() => Array.ConvertAll(lanes, lane => lane.Waiting));
    }

    /// <summary>
    /// Runs a command. It may be cancelled while it has not been queued; once queued it runs to its end, whatever becomes of the caller.
    /// </summary>
    /// <param name="key">What the command is about (a dossier's id): commands of one key never overtake each other.</param>
    /// <param name="work">
    /// Load, decide, write, through the session alone. It may not call another lane, and it has to bear running twice: when
    /// a neighbour in the batch fails after writing, both are undone and run again.
    /// </param>
    /// <param name="cancellation">Checked before queueing.</param>
    /// <exception cref="RuleBroken">A rule of the work; nothing was written.</exception>
    /// <exception cref="QueueFull">Too much is waiting.</exception>
    public Task<T> RunAsync<T>(long key, Func<WriteSession, ValueTask<T>> work, CancellationToken cancellation = default) =>
        RunAsync(key, work, once: null, cancellation);

    /// <summary>Runs a command at most once per idempotency key; a repetition gets the first answer.</summary>
    public Task<T> RunAsync<T>(long key, Func<WriteSession, ValueTask<T>> work, IdempotencyKey? once, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellation.ThrowIfCancellationRequested();
        var lane = lanes[(int)((ulong)key % (ulong)lanes.Length)];
        return lane.RunAsync(new WriteRequest<T>(work, once));
    }

    /// <summary>
    /// Opens the database anew for the next command: after its file was put in place by somebody else. A connection to a
    /// file that was replaced would go on writing into what nobody reads.
    /// </summary>
    public void Reconnect()
    {
        foreach (var lane in lanes) lane.Reconnect();
    }

    /// <summary>Writes something that says nothing, durably, to see whether writing works.</summary>
    internal Task<int> ProbeAsync() => RunAsync(0, session => session.Sql("""
        INSERT INTO kernel_idempotency (key, at, fingerprint, answer) VALUES ('kernel probe', $1, '', '') ON CONFLICT (key) DO UPDATE SET at = excluded.at
        """).With(session.Now).RunAsync());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes) await lane.DisposeAsync();
    }
}
