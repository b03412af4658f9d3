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
internal sealed class EnterJournal(EntryStore store, JournalReader journal, WriteLanes lanes, OrganizationLookup organization, ProcedureCatalog catalog, LogHome home, TimeProvider clock)
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
        var maker = new EntryMaker(organization.Current, catalog, await store.CasesAsync(dossiers, cancellation)) { Next = count, Logged = logged };
        if (count == 0) Begin(maker);
        else if (!isStandingTold || entries.Any(entry => entry.Event is ProcedurePublished or CatalogueImported)) await TellNewAsync(maker, cancellation);
        foreach (var entry in entries) maker.Take(entry);
        return maker;
    }

    // Rules that came with a new version of the program, and procedures whose dossiers are closed from now on.
    private async Task TellNewAsync(EntryMaker maker, CancellationToken cancellation)
    {
        var known = (await store.OfTopicAsync(EntryTypes.RuleSet, cancellation)).Select(entry => entry.Facts?.GetRawText()).ToHashSet(StringComparer.Ordinal);
        foreach (var rules in RuleSet.All.Where(rules => !known.Contains(LogEntryJson.Facts(Told(rules)).GetRawText()))) maker.Tell(EntryTypes.RuleSet, Told(rules));
        if ((await store.OfTopicAsync(EntryTypes.Policy, cancellation)).LastOrDefault()?.Facts?.GetRawText() != LogEntryJson.Facts(Policy()).GetRawText()) maker.Tell(EntryTypes.Policy, Policy());
    }

    // What a reader needs to understand the rest.
    private void Begin(EntryMaker maker)
    {
        maker.Tell(EntryTypes.Began, new { origin = home.Key.Verifier.Name });
        maker.Tell(EntryTypes.Key, new { key = home.Key.Verifier.ToString(), reason = "first" });
        maker.Tell(EntryTypes.Policy, Policy());
        foreach (var rules in RuleSet.All) maker.Tell(EntryTypes.RuleSet, Told(rules));
        foreach (var agency in organization.Current.Agencies) maker.Tell(agency);
    }

    private ToldPolicy Policy() => new([.. catalog.All.Where(ShownCases.IsSealed).Select(procedure => new ToldProcedure(procedure.Code, ShownCases.Sealed))]);

    private static ToldRules Told(RuleSet rules) => new(rules.Name, rules.Decree, rules.From, rules.OnSupplement, rules.Extensions, rules.ApologyLeadDays);

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

    private sealed record ToldRules(string Name, string Decree, LocalDate From, OnSupplement OnSupplement, int Extensions, int ApologyLeadDays);

    private sealed record ToldPolicy(IReadOnlyList<ToldProcedure> Procedures);

    private sealed record ToldProcedure(string Code, string Shown);
}
