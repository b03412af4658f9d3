using MinhBach.Kernel;

namespace MinhBach.Transparency.Enter;

/// <summary>
/// Cuts a dossier off from its entries: its name in the log and the secret of its salts go, and so does the way from the entries to
/// the journal. The log stays as it is and verifies; nobody can tell any more, nor prove, whose entries these were.
/// </summary>
public sealed class EraseCase
{
    private readonly EntryStore store;
    private readonly WriteLanes lanes;

    internal EraseCase(EntryStore store, WriteLanes lanes) => (this.store, this.lanes) = (store, lanes);

    /// <summary>Erases; false when nothing of the dossier was entered.</summary>
    public async Task<bool> RunAsync(long dossier, CancellationToken cancellation = default)
    {
        var known = await store.CasesAsync([dossier], cancellation);
        if (!known.TryGetValue(dossier, out var row)) return false;
        var entries = row.Newest is { } newest ? await store.OfCaseAsync(newest, cancellation) : [];
        return await lanes.RunAsync(0, async session =>
        {
            foreach (var (position, _, _) in entries)
                await session.Sql("UPDATE transparency_entry SET sequence = NULL, previous = NULL WHERE position = $1").With(position).RunAsync();
            return await session.Sql("UPDATE transparency_case SET pseudonym = '', secret = '', newest = NULL, revision = revision + 1 WHERE dossier_id = $1").With(dossier).RunAsync() == 1;
        }, cancellation);
    }
}
