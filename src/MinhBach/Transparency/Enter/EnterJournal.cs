using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Transparency.Grow;
using NodaTime;

namespace MinhBach.Transparency.Enter;

/// <summary>
/// Enters the journal into the log, in its order. Entries are made beside the lanes and written in one transaction with the place in
/// the journal, so that each event is entered once, whichever node does it and whatever befalls it.
/// </summary>
internal sealed class EnterJournal(EntryStore store, JournalReader journal, WriteLanes lanes, OrganizationLookup organization, ProcedureCatalog catalog, StandingFacts standing, LogHome home, TimeProvider clock)
{
    /// <summary>Name of the cursor.</summary>
    public const string Cursor = "transparency.entries";

    private const int AtOnce = 1_000;

    // Two nodes' clocks are never quite alike.
    private static readonly Duration ClockTolerance = Duration.FromSeconds(2);

    private bool isStandingTold;

    /// <summary>Enters what comes next in the journal; false when there is nothing, or another node was quicker.</summary>
    /// <exception cref="ClockSetBackException">The clock shows an earlier time than when the last entry was made.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation = default)
    {
        var from = await journal.CursorAsync(Cursor, cancellation);
        var entries = await journal.AfterAsync(from, AtOnce, cancellation);
        if (entries.Count == 0) return false;
        var (count, lastLogged) = await store.EndAsync(cancellation);
        var maker = await MakeAsync(entries, count, LoggedNow(lastLogged), cancellation);
        foreach (var row in maker.Touched) row.Revision++;
        var isEntered = await lanes.RunAsync(0, async session =>
        {
            if (!await MoveAsync(session, from, entries[^1].Position)) return false;
            if (!await EntryStore.AddAsync(session, count, maker.Logged, maker.Made, maker.Touched)) throw new StaleCasesException();
            return true;
        }, cancellation);
        // Told once it is committed: whoever loses tells it with the next.
        isStandingTold |= isEntered;
        return isEntered;
    }

    private async Task<EntryMaker> MakeAsync(IReadOnlyList<JournalEntry> entries, long count, Instant logged, CancellationToken cancellation)
    {
        var dossiers = entries.Where(entry => entry.Event is DossierEvent).Select(entry => entry.StreamId).Distinct().ToList();
        var told = await store.NewestOfTopicAsync(EntryTypes.Policy, cancellation);
        var map = organization.Current;
        var maker = new EntryMaker(map, catalog, ShownCases.Of(catalog, told), await store.CasesAsync(dossiers, cancellation)) { Next = count, Logged = logged };
        if (count == 0) Begin(maker);
        if (!isStandingTold) await standing.TellAsync(maker, map, cancellation);
        // A procedure may have come whose dossiers are sealed from the first on.
        if ((!isStandingTold || entries.Any(entry => entry.Event is ProcedurePublished or CatalogueImported)) && !maker.Shown.IsToldBy(told)) maker.TellPolicy(logged);
        if (count == 0)
        {
            foreach (var agency in map.Agencies) maker.Tell(agency);
        }

        foreach (var entry in entries) maker.Take(entry);
        return maker;
    }

    private void Begin(EntryMaker maker)
    {
        maker.Tell(EntryTypes.Began, new { origin = home.Key.Verifier.Name });
        maker.Tell(EntryTypes.Key, new { key = home.Key.Verifier.ToString(), reason = "first" });
    }

    private Instant LoggedNow(Instant? last)
    {
        var now = clock.Now();
        if (last is not { } before || now >= before) return now;
        // A little is nothing: the log's own time stands still meanwhile.
        return before - now <= ClockTolerance ? before : throw new ClockSetBackException(before, now);
    }

    private static async ValueTask<bool> MoveAsync(WriteSession session, JournalPosition from, JournalPosition to)
    {
        if (from == JournalPosition.Start)
        {
            return await session.Sql("INSERT INTO journal_cursor (name, tx, sequence) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING")
                .With(Cursor).With(to.Transaction).With(to.Sequence).RunAsync() == 1;
        }

        return await session.Sql("UPDATE journal_cursor SET tx = $2, sequence = $3 WHERE name = $1 AND tx = $4 AND sequence = $5")
            .With(Cursor).With(to.Transaction).With(to.Sequence).With(from.Transaction).With(from.Sequence).RunAsync() == 1;
    }
}
