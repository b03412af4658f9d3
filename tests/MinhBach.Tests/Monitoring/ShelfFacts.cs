using MinhBach.DemoCity;
using MinhBach.Monitoring;
using NodaTime;

namespace MinhBach.Tests.Monitoring;

public sealed class ShelfFacts
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_shelf_holds_the_newest_of_each_dossier_in_the_order_of_ids_however_they_come(int seed)
    {
        var dice = Dice.For(seed, index: 1);
        var shelf = new FactShelf();
        var newest = new SortedDictionary<long, long>();
        var shown = new List<(FactSnapshot Facts, List<(long, long)> Are)>();
        for (var change = 1; change <= 400; change++)
        {
            // Now and then what another node folded earlier comes later; new dossiers mostly come after all others.
            var told = change > 5 && dice.Chance(0.25) ? change - 5 : change;
            var rows = Enumerable.Range(0, dice.Between(1, 60)).Select(_ => (long)dice.Between(1, 10 * change)).Distinct().Select(id => Row(id, told)).ToList();
            if (dice.Chance(0.5)) shelf.Put(rows);
            else shelf.Put(Blocks(rows.OrderBy(row => row.DossierId), shelf.Fields));
            foreach (var row in rows) newest[row.DossierId] = Math.Max(newest.GetValueOrDefault(row.DossierId), told);
            if (dice.Chance(0.1)) shown.Add((shelf.Current, [.. newest.Select(pair => (pair.Key, pair.Value))]));
        }

        shown.Add((shelf.Current, [.. newest.Select(pair => (pair.Key, pair.Value))]));
        Assert.True(newest.Count > 2_000);
        Assert.All(shown, one => Assert.Equal(one.Are, one.Facts.Select(fact => (fact.Id, fact.Change))));
    }

    [Fact]
    public void A_whole_city_is_taken_as_it_was_read_and_what_comes_afterwards_goes_in_between()
    {
        var shelf = new FactShelf();

        shelf.Put(Blocks(Enumerable.Range(1, 5_000).Select(id => Row(2 * id, 1)), shelf.Fields));
        shelf.Put([Row(4_001, 2), Row(10_001, 2)]);
        shelf.Put([Row(4_000, 3)]);

        Assert.Equal(5_002, shelf.Current.Count());
        Assert.Equal([3_998L, 4_000, 4_001, 4_002], shelf.Current.Select(fact => fact.Id).Where(id => id is > 3_996 and < 4_004));
        Assert.Equal([(4_000L, 3L), (4_001, 2), (10_001, 2)], shelf.Current.Where(fact => fact.Change > 1).Select(fact => (fact.Id, fact.Change)));
        Assert.All(shelf.Current.Blocks, block => Assert.True(block.Length > 0));
    }

    [Fact]
    public void What_was_handed_out_is_never_changed_afterwards()
    {
        var shelf = new FactShelf();
        shelf.Put([Row(1, 1), Row(2, 1)]);
        var before = shelf.Current;

        shelf.Put([Row(1, 2), Row(3, 2)]);

        Assert.Equal([1L, 1L], before.Select(fact => fact.Change));
        Assert.Equal([2L, 1L, 2L], shelf.Current.Select(fact => fact.Change));
        Assert.Same(shelf.Current.First().Field, shelf.Current.Last().Field);
    }

    [Fact]
    public void The_due_date_of_a_day_is_the_last_one_set_by_then()
    {
        var moved = DossierFact.Of(Row(1, 1, "2026-11-02/2026-11-10 2026-11-05/2026-11-16 2026-11-12/2026-11-20"), new FieldNames());
        var none = DossierFact.Of(Row(2, 1), new FieldNames());

        Assert.Equal([null, new(2026, 11, 10), new(2026, 11, 16), new LocalDate(2026, 11, 20)], new[] { 1, 4, 5, 30 }.Select(day => moved.DueAt(Day.Of(new LocalDate(2026, 11, day))).Date));
        Assert.Equal(Day.Never, none.DueAt(Day.Of(new LocalDate(2026, 11, 30))));
    }

    private static List<FactBlock> Blocks(IEnumerable<FactRow> rows, FieldNames fields)
    {
        var blocks = new List<FactBlock>();
        foreach (var row in rows) FactBlock.Append(blocks, DossierFact.Of(row, fields));
        return blocks;
    }

    private static FactRow Row(long id, long change, string dues = "") => new()
    {
        DossierId = id,
        Change = change,
        AgencyId = 1,
        Field = new string("Hộ tịch".AsSpan()),
        ProcedureId = 1,
        VersionId = 1,
        SubmittedOn = new(2026, 11, 2),
        Dues = dues,
    };
}
