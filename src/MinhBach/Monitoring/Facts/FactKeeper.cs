using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Monitoring;

/// <summary>Folds the journal into one row of facts per dossier, and puts what changed onto the shelf once it is durable.</summary>
internal sealed class FactKeeper(CityCalendars calendars, FactShelf shelf) : IJournalConsumer
{
    private const int AtOnce = 4_000;

    // While a city is being made: all rows, in memory alone.
    private Dictionary<long, FactRow>? held;

    public string Name => "monitoring.facts";

    public async Task ConsumeAsync(IReadOnlyList<JournalEntry> entries, WriteSession session, CancellationToken cancellation)
    {
        var mine = entries.Where(entry => entry.Stream == DossierEvent.Stream).ToList();
        if (mine.Count == 0) return;
        if (held is { } all)
        {
            // A batch may run twice; after its commit it has run once.
            session.OnCommitted(() => Fold(mine, all, changed: null));
            return;
        }

        var rows = await FactStore.OfAsync(session, mine.Select(entry => entry.StreamId).Distinct());
        Fold(mine, rows, changed: null);
        await PutAsync(session, rows.Values);
    }

    /// <summary>
    /// From here on rows are kept in memory alone: while a city is made nobody asks for figures, and each dossier's row would be read
    /// and written a dozen times. Whoever asks for this throws the city away when it is interrupted.
    /// </summary>
    public void Hold() => held = [];

    /// <summary>Writes what was held, and goes on as always.</summary>
    public async Task ReleaseAsync(WriteLanes lanes)
    {
        var rows = held ?? throw new InvalidOperationException("Nothing is held.");
        held = null;
        foreach (var part in rows.Values.Chunk(AtOnce))
        {
            await lanes.RunAsync(0, session => PutAsync(session, part));
        }
    }

    public async Task ForgetAsync(WriteSession session, CancellationToken cancellation) =>
        await session.Sql("DELETE FROM monitoring_dossier").RunAsync();

    /// <summary>Writes rows, and puts them onto the shelf once they are durable. Answers that it did.</summary>
    public async ValueTask<bool> PutAsync(WriteSession session, IReadOnlyCollection<FactRow> rows)
    {
        var change = await session.NextNumberAsync(Name);
        foreach (var part in rows.Chunk(AtOnce))
        {
            foreach (var row in part) row.Change = change;
            await FactStore.PutAsync(session, part);
        }

        session.OnCommitted(() => shelf.Put(rows));
        return true;
    }

    /// <summary>Folds events of dossiers into their rows.</summary>
    /// <param name="entries">The events, in the journal's order.</param>
    /// <param name="rows">The rows, by dossier; new ones are added.</param>
    /// <param name="changed">Receives which rows changed, where somebody asks.</param>
    public void Fold(IEnumerable<JournalEntry> entries, Dictionary<long, FactRow> rows, HashSet<long>? changed)
    {
        foreach (var entry in entries)
        {
            if (entry.Event is DossierSubmitted submitted && !rows.ContainsKey(entry.StreamId))
            {
                rows.Add(entry.StreamId, FactFolding.Begin(entry.StreamId, submitted, entry.At));
            }
            else if (rows.TryGetValue(entry.StreamId, out var row))
            {
                row.Apply(entry.Event, entry.At, calendars.For(new AgencyId(row.AgencyId)));
            }
            else
            {
                continue;
            }

            changed?.Add(entry.StreamId);
        }
    }
}
