using Microsoft.EntityFrameworkCore;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Monitoring;

/// <summary>Folds the journal into one row of facts per dossier, and puts what changed onto the shelf once it is durable.</summary>
internal sealed class FactKeeper(CityCalendars calendars, FactShelf shelf) : IJournalConsumer
{
    private const string Dossiers = "dossier";

    public string Name => "monitoring.facts";

    public async Task ConsumeAsync(IReadOnlyList<JournalEntry> entries, WriteSession session, CancellationToken cancellation)
    {
        var mine = entries.Where(entry => entry.Stream == Dossiers).ToList();
        if (mine.Count == 0) return;
        // What runs in a lane runs to its end: stopping in the middle would undo the commands committed with it.
        var change = await session.NextNumberAsync(Name);
        var db = await session.DbAsync();
        var ids = mine.Select(entry => entry.StreamId).Distinct().ToList();
        var rows = await db.Set<FactRow>().Where(row => ids.Contains(row.DossierId)).ToDictionaryAsync(row => row.DossierId, CancellationToken.None);
        foreach (var entry in mine)
        {
            if (entry.Event is DossierSubmitted submitted && !rows.ContainsKey(entry.StreamId))
            {
                rows.Add(entry.StreamId, FactFolding.Begin(entry.StreamId, submitted, entry.At));
            }
            else if (rows.TryGetValue(entry.StreamId, out var row))
            {
                row.Apply(entry.Event, entry.At, calendars.For(new AgencyId(row.AgencyId)));
            }
        }

        foreach (var row in rows.Values) row.Change = change;
        await FactStore.PutAsync(session, rows.Values);
        session.OnCommitted(() => shelf.Put(rows.Values));
    }

    public async Task ForgetAsync(WriteSession session, CancellationToken cancellation) =>
        await session.Sql("DELETE FROM monitoring_dossier").RunAsync();
}
