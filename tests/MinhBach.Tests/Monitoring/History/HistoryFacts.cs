using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using MinhBach.Testing;
using MinhBach.Tests.Operations;

namespace MinhBach.Tests.Monitoring.History;

public sealed class HistoryFacts
{
    [Theory, BothDatabases]
    public async Task Every_step_that_the_journal_ended_is_there_once(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var told = (await EntriesAsync(city)).CountBy(entry => entry.Name).ToDictionary();
        int Of(string name) => told.GetValueOrDefault("dossier." + name);

        var shelf = city.Service<HistoryShelf>();
        var rows = shelf.Data.Steps.Blocks.SelectMany(block => block.ToArray()).ToList();

        Assert.Equal(Of("stepDone") + Of("opinionGiven"), rows.Count(row => row.End == StepEnd.Done));
        Assert.Equal(Of("stepReturned"), rows.Count(row => row.End == StepEnd.Returned));
        Assert.Equal(Of("stepCancelled"), rows.Count(row => row.End == StepEnd.Cancelled));
        Assert.Equal(Of("stepOpened") + Of("opinionAsked"), rows.Count + shelf.Open(open => open.Sum(dossier => dossier.Steps.Count)));
        Assert.Equal(Of("completed") + Of("declined") + Of("withdrawn") + Of("stopped"), shelf.Data.Dossiers.Count);
    }

    [Theory, BothDatabases]
    public async Task What_is_stored_and_read_again_is_what_is_folded_from_the_first_entry(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var shelf = city.Service<HistoryShelf>();
        var store = city.Service<HistoryStore>();
        var grown = Digest(shelf);

        await store.SaveAsync(shelf.Snapshot(), TestContext.Current.CancellationToken);
        var read = new HistoryShelf(city.Service<MinhBach.Organization.CityCalendars>());
        Assert.True(await store.LoadAsync(read, TestContext.Current.CancellationToken));
        var anew = new HistoryShelf(city.Service<MinhBach.Organization.CityCalendars>());
        anew.Take(await EntriesAsync(city));

        Assert.NotEmpty(grown);
        Assert.Equal(grown, Digest(read));
        Assert.Equal(grown, Digest(anew));
        Assert.Equal(shelf.Position, read.Position);
    }

    [Theory, BothDatabases]
    public async Task An_older_history_never_replaces_a_newer_one(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var store = city.Service<HistoryStore>();
        var names = new HistoryNames([], [], []);
        // Later than anything that the city's own background work could store meanwhile.
        HistorySnapshot At(long sequence) => new(new(long.MaxValue, sequence), city.Clock.Now, names, [], [], OpenText.Write(new([], new(), new())));

        await store.SaveAsync(At(10), TestContext.Current.CancellationToken);
        await store.SaveAsync(At(7), TestContext.Current.CancellationToken);

        var read = new HistoryShelf(city.Service<MinhBach.Organization.CityCalendars>());
        Assert.True(await store.LoadAsync(read, TestContext.Current.CancellationToken));
        Assert.Equal(new JournalPosition(long.MaxValue, 10), read.Position);

        await store.ForgetAsync(TestContext.Current.CancellationToken);
        Assert.False(await store.LoadAsync(read, TestContext.Current.CancellationToken));
    }

    [Theory, BothDatabases]
    public async Task A_stored_history_that_cannot_be_read_is_made_anew(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await city.CatchUpAsync();
        await city.Service<HistoryTail>().RebuildAsync(TestContext.Current.CancellationToken);
        await city.SqlAsync("UPDATE monitoring_history_state SET content = " + (kind == DatabaseKind.Sqlite ? "X'0102'" : @"'\x0102'"));

        await city.Service<HistoryTail>().LoadAsync(TestContext.Current.CancellationToken);

        Assert.False(await city.Service<HistoryStore>().LoadAsync(new(city.Service<MinhBach.Organization.CityCalendars>()), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Full_blocks_and_the_rest_come_back_as_they_were()
    {
        var column = new Column<StepRow>();
        var rows = Enumerable.Range(0, Column<StepRow>.BlockSize + 5).Select(i => new StepRow { Dossier = i, WorkSeconds = i * 7, Kept = Kept.Late }).ToArray();
        foreach (var row in rows) column.Add(row);

        var blocks = column.Blocks;
        var again = new Column<StepRow>();
        again.Resume([HistoryBytes.UnpackBlock<StepRow>(HistoryBytes.Pack(blocks[0].Span)), blocks[1].ToArray()]);
        again.Add(rows[0]);

        Assert.Equal([Column<StepRow>.BlockSize, 5], blocks.Select(block => block.Length));
        Assert.Equal([.. rows, rows[0]], again.Blocks.SelectMany(block => block.ToArray()));
        Assert.Throws<InvalidDataException>(() => new Column<StepRow>().Resume([rows[..5], rows[..5]]));
        Assert.Throws<EndOfStreamException>(() => HistoryBytes.UnpackBlock<StepRow>(HistoryBytes.Pack(blocks[1].Span)));
    }

    /// <summary>Everything a board could tell, in words.</summary>
    internal static List<string> Digest(HistoryShelf shelf)
    {
        var data = shelf.Data;
        var (steps, desks, people) = (data.StepNames.All.ToArray(), data.Desks.All.ToArray(), data.People.All.ToArray());
        var learned = shelf.Learned(course =>
        {
            using var bytes = new MemoryStream();
            using (var to = new BinaryWriter(bytes))
            {
                course.Forecast.Write(to);
                course.Paths.Write(to);
            }

            return Convert.ToHexString(bytes.ToArray());
        });
        return
        [
            learned,
            .. data.Steps.Blocks.SelectMany(block => block.ToArray()).Select(row => $"{row.Dossier} {steps[row.Step]} {desks[row.Desk]} {people[row.Person]} {row.EndedOn} {row.WaitSeconds} {row.WorkSeconds} {row.End} {row.Kept} {row.Firsts}"),
            .. data.Dossiers.Blocks.SelectMany(block => block.ToArray()).Select(dossier => dossier.ToString()),
            .. shelf.Open(open => open.OrderBy(dossier => dossier.Id)
                .SelectMany(dossier => dossier.Steps.Select(step => $"{dossier.Id} {dossier.Procedure} {dossier.Due} {dossier.HandOvers} {string.Join(',', dossier.Agencies.Order())} {string.Join(',', dossier.People.Order())} {string.Join(',', dossier.UnitsDone.Order())} {string.Join(',', dossier.PeopleDone.Order())} {dossier.ReceivedAt} {dossier.HaltedBefore} {dossier.Halted} {dossier.HaltedAt} {dossier.LastStep} {string.Join(',', dossier.Passages)} {step}")).ToList()),
        ];
    }

    private static Task<IReadOnlyList<JournalEntry>> EntriesAsync(TestCity city) =>
        city.Service<JournalReader>().AfterAsync(JournalPosition.Start, 100_000, TestContext.Current.CancellationToken);
}
