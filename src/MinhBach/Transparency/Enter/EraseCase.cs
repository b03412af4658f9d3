using MinhBach.Dossiers;
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
    private readonly DossierLookup dossiers;

    internal EraseCase(EntryStore store, WriteLanes lanes, DossierLookup dossiers) => (this.store, this.lanes, this.dossiers) = (store, lanes, dossiers);

    /// <summary>Erases; false when nothing of the dossier was entered.</summary>
    /// <exception cref="RuleBroken">The dossier is not ended: what is still to come could not be counted from the log.</exception>
    public async Task<bool> RunAsync(long dossier, CancellationToken cancellation = default)
    {
        if (await dossiers.FindAsync(new DossierId(dossier), cancellation) is { } view && !view.Status.IsClosed())
            throw new RuleBroken("log.openDossier", "Hồ sơ {0} chưa kết thúc: số liệu công bố còn phải đếm nó. Chờ nó kết thúc rồi cắt.", view.Code);
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
