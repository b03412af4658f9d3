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
        for (var change = 1; change <= 200; change++)
        {
            // Now and then what another node folded earlier comes later.
            var told = change > 5 && dice.Chance(0.25) ? change - 5 : change;
            var rows = Enumerable.Range(0, dice.Between(1, 19)).Select(_ => (long)dice.Between(1, 299)).Distinct().Select(id => Row(id, told)).ToList();
            shelf.Put(rows);
            foreach (var row in rows) newest[row.DossierId] = Math.Max(newest.GetValueOrDefault(row.DossierId), told);
        }

        Assert.Equal(newest.Select(pair => (pair.Key, pair.Value)), shelf.Current.Select(fact => (fact.Id, fact.Change)));
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
        Assert.Same(shelf.Current[0].Field, shelf.Current[2].Field);
    }

    [Fact]
    public void The_due_date_of_a_day_is_the_last_one_set_by_then()
    {
        var moved = DossierFact.Of(Row(1, 1, "2026-11-02/2026-11-10 2026-11-05/2026-11-16 2026-11-12/2026-11-20"), new FieldNames());
        var none = DossierFact.Of(Row(2, 1), new FieldNames());

        Assert.Equal([null, new(2026, 11, 10), new(2026, 11, 16), new LocalDate(2026, 11, 20)], new[] { 1, 4, 5, 30 }.Select(day => moved.DueAt(Day.Of(new LocalDate(2026, 11, day))).Date));
        Assert.Equal(Day.Never, none.DueAt(Day.Of(new LocalDate(2026, 11, 30))));
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
