using System.Collections.Concurrent;

namespace MinhBach.Dossiers;

/// <summary>
/// The dossiers changed last, so that the next verb need not read and parse them again. What is kept here may be behind the
/// database (another node, a batch that was undone); the revision check of the update finds that out, and the desk then
/// decides anew on what it reads.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class RecentDossiers(int most)
{
    private readonly ConcurrentDictionary<long, Dossier> kept = new();
    private readonly ConcurrentQueue<long> order = new();

    public Dossier? Find(DossierId id) => kept.GetValueOrDefault(id.Value);

    public void Keep(Dossier dossier)
    {
        if (dossier.Status.IsClosed())
        {
            Forget(dossier.Id);
            return;
        }

        if (kept.TryAdd(dossier.Id.Value, dossier)) order.Enqueue(dossier.Id.Value);
        else kept[dossier.Id.Value] = dossier;
        while (order.Count > most && order.TryDequeue(out var oldest)) kept.TryRemove(oldest, out _);
    }

    public void Forget(DossierId id) => kept.TryRemove(id.Value, out _);
}
