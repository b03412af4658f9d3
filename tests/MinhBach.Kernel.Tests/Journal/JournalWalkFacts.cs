using MinhBach.Testing;

namespace MinhBach.Kernel.Tests.Journal;

public sealed class JournalWalkFacts
{
    private const int Entries = 5_000;

    [Theory, BothDatabases]
    public async Task A_walk_gives_what_the_reader_gives_page_by_page(DatabaseKind kind)
    {
        await using var stand = await FilledAsync(kind);
        var read = await stand.EntriesAsync(Entries);

        var pages = await PagesAsync(stand, JournalPosition.Start, [typeof(Counted)]);

        Assert.True(pages.Count > 1);
        // A walk does not repeat the letters.
        Assert.Equal(read.Select(entry => entry with { ActorText = "", Data = "" }), pages.SelectMany(page => page));
        var later = await PagesAsync(stand, read[^3].Position, [typeof(Counted)]);
        Assert.Equal([Entries - 1, Entries], later.SelectMany(page => page).Select(entry => ((Counted)entry.Event!).Number));
        Assert.Empty(await PagesAsync(stand, read[^1].Position, [typeof(Counted)]));
    }

    [Theory, BothDatabases]
    public async Task What_nobody_wants_is_there_without_its_record(DatabaseKind kind)
    {
        await using var stand = await FilledAsync(kind);
        await stand.EntriesAsync(Entries);

        var entries = (await PagesAsync(stand, JournalPosition.Start, [])).SelectMany(page => page).ToList();

        Assert.Equal(Entries, entries.Count);
        Assert.All(entries, entry => Assert.Equal((null, "stand.counted", Actor.System), (entry.Event, entry.Name, entry.Actor)));
    }

    // One transaction: numbers follow each other.
    private static async Task<Stand> FilledAsync(DatabaseKind kind)
    {
        var stand = await Stand.StartAsync(kind);
        await stand.Lanes.RunAsync(0, async session =>
        {
            long? last = null;
            // Longer than what a page sets aside for an event, now and then.
            for (var number = 1; number <= Entries; number++)
                last = await session.AppendAsync("stand", 1, last, new Counted(number, number % 3 == 0 ? new string('đ', number % 1_000) : ""), Actor.System);
            return true;
        }, TestContext.Current.CancellationToken);
        return stand;
    }

    private static async Task<List<IReadOnlyList<JournalEntry>>> PagesAsync(Stand stand, JournalPosition position, IReadOnlyCollection<Type> wanted)
    {
        var pages = new List<IReadOnlyList<JournalEntry>>();
        await foreach (var page in new JournalWalk(stand.Database).AfterAsync(position, wanted, TestContext.Current.CancellationToken)) pages.Add(page);
        return pages;
    }
}
