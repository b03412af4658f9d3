using MinhBach.Kernel;

namespace MinhBach.Monitoring.History;

/// <summary>Keeps the history of this node up to date.</summary>
internal sealed class HistoryTail(HistoryShelf shelf, HistoryStore store, JournalWalk journal, JournalSignal signal, TimeProvider clock, ILogger<HistoryTail> log)
    : JournalFollower(journal, signal, clock, log)
{
    protected override JournalPosition Position => shelf.Position;

    protected override TimeSpan GatherTime { get; } = TimeSpan.FromMilliseconds(200);

    protected override TimeSpan AtLatest { get; } = TimeSpan.FromMilliseconds(500);

    protected override Task LoadStoredAsync(CancellationToken cancellation) => store.LoadAsync(shelf, cancellation);

    protected override Task TakeAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellation)
    {
        shelf.Take(entries);
        return Task.CompletedTask;
    }

    protected override Task ArriveAsync(CancellationToken cancellation)
    {
        shelf.Arrive();
        return Task.CompletedTask;
    }

    protected override Task StoreAsync(CancellationToken cancellation) => store.SaveAsync(shelf.Snapshot(), cancellation);

    protected override Task ForgetStoredAsync(CancellationToken cancellation) => store.ForgetAsync(cancellation);

    protected override void StartOver() => shelf.Forget();

    // Full blocks are never written twice.
    protected override Task ForgetSpoiltAsync(CancellationToken cancellation) => store.ForgetAsync(cancellation);
}
