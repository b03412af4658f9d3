using MinhBach.Dossiers;
using MinhBach.Kernel;

namespace MinhBach.Monitoring;

/// <summary>
/// Makes all facts anew: rows are folded in memory, some hundred bytes each, and written by the ten thousand, together with how far
/// the journal was taken. Another node may fold meanwhile: then the figures are left to it.
/// </summary>
internal sealed class FactRebuild(FactKeeper keeper, JournalPump pump, WriteLanes lanes)
{
    private const int WrittenAtOnce = 30_000;

    /// <summary>Begins with the first entry.</summary>
    public async Task RunAsync(IAsyncEnumerable<IReadOnlyList<JournalEntry>> journal, CancellationToken cancellation)
    {
        await lanes.RunAsync(0, async session =>
        {
            await keeper.ForgetAsync(session, cancellation);
            await session.ForgetCursorAsync(keeper.Name);
            return true;
        }, cancellation);
        var (rows, changed) = (new Dictionary<long, FactRow>(), new HashSet<long>());
        var (written, taken) = (JournalPosition.Start, JournalPosition.Start);
        var writing = Task.FromResult(true);
        await foreach (var page in journal)
        {
            // To the end, lest the others wait.
            if (writing.IsCompletedSuccessfully && !await writing) continue;
            keeper.Fold(page.Where(entry => entry.Stream == DossierEvent.Stream && entry.Event is not null), rows, changed);
            taken = page[^1].Position;
            if (changed.Count >= WrittenAtOnce) await WriteAsync();
        }

        if (taken > written) await WriteAsync();
        await writing;
        // What was recorded since; or all that the other node has not folded yet.
        await pump.CatchUpAsync(keeper, cancellation);

        // Copies: folding goes on meanwhile.
        async Task WriteAsync()
        {
            if (!await writing) return;
            var (from, to) = (written, taken);
            var copies = changed.Select(id => rows[id].Copy()).ToList();
            written = taken;
            changed.Clear();
            writing = lanes.RunAsync(0, async session => await session.MoveCursorAsync(keeper.Name, from, to) && await keeper.PutAsync(session, copies), cancellation);
        }
    }
}
