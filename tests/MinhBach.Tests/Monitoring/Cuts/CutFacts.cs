using Microsoft.Extensions.DependencyInjection;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Cuts;

/// <summary>Cuts against a recount row by row.</summary>
public sealed class CutFacts
{
    private static readonly LocalDate First = new(2026, 1, 1);

    // More than two blocks, so that several cores share them.
    private static readonly IReadOnlyList<EndedStep> Steps = Make(300_000);
    private static readonly HistoryShelf Shelf = ShelfOf(Steps);

    public static TheoryData<Dimension, Dimension?> Axes()
    {
        var axes = new TheoryData<Dimension, Dimension?>();
        foreach (var first in Enum.GetValues<Dimension>())
        {
            axes.Add(first, null);
            foreach (var second in Enum.GetValues<Dimension>().Where(second => second != first)) axes.Add(first, second);
        }

        return axes;
    }

    [Theory]
    [MemberData(nameof(Axes))]
    public void A_cut_is_what_a_naive_recount_finds(Dimension first, Dimension? second)
    {
        var filter = new StepFilter(Day.Of(First.PlusDays(30)), Day.Of(First.PlusDays(200))) { Agency = 3 };

        var cuts = new StepCuts(Shelf);
        // The second time much of it is kept.
        if (second is null) cuts.By(filter, first);
        var cut = (second is { } along ? cuts.By(filter, first, along) : cuts.By(filter, first)).ToDictionary(group => (group.Key, group.Other));

        var names = Shelf.Data.StepNames.All.ToArray().Select((step, number) => (step, (long)number)).ToDictionary(pair => pair.step, pair => pair.Item2);
        var expected = Steps
            .Where(step => step.End != StepEnd.Cancelled && step.Agency == 3 && step.EndedOn >= filter.From && step.EndedOn <= filter.To)
            .GroupBy(step => (Key(step, first, names), second is { } other ? Key(step, other, names) : 0))
            .ToDictionary(group => group.Key, group => group.ToList());
        Assert.Equal(expected.Keys.Order(), cut.Keys.Order());
        foreach (var (key, steps) in expected)
        {
            var group = cut[key];
            Assert.Equal(
                (steps.Count, steps.Count(step => step.Kept == Kept.InTime), steps.Count(step => step.Kept == Kept.Late), steps.Count(step => step.End == StepEnd.Returned)),
                (group.Count, group.InTime, group.Late, group.Returned));
            Assert.Equal((steps.Count(step => step.Firsts.HasFlag(Firsts.OfUnit)), steps.Count(step => step.Firsts.HasFlag(Firsts.OfPerson))), (group.OfUnits, group.OfPeople));
            Assert.Equal(steps.Sum(step => (long)step.WorkSeconds), group.Work.Sum);
            foreach (var (share, told) in new[] { (0.5, group.Wait.P50), (0.75, group.Wait.P75), (0.9, group.Wait.P90) })
            {
                var exact = steps.Select(step => step.WaitSeconds).Order().ElementAt((int)Math.Ceiling(share * steps.Count) - 1);
                Assert.InRange(told, exact * 0.984, exact * 1.016);
            }
        }
    }

    [Fact]
    public void The_months_sum_up_to_everything()
    {
        var (months, all) = new StepCuts(Shelf).ByMonth(new StepFilter(Day.Of(First), Day.Of(First.PlusYears(1))));

        Assert.Equal(Steps.Count(step => step.End != StepEnd.Cancelled), all!.Count);
        Assert.Equal(all.Count, months.Sum(month => month.Count));
        Assert.Equal(all.Work.Sum, months.Sum(month => month.Work.Sum));
        Assert.Equal(([], null), new StepCuts(Shelf).ByMonth(new StepFilter(Day.Of(First.PlusYears(5)), Day.Of(First.PlusYears(6)))));
    }

    [Fact]
    public void One_way_of_counting_and_the_other_say_the_same()
    {
        var filter = new StepFilter(Day.Of(First.PlusDays(10)), Day.Of(First.PlusDays(290)));
        var cuts = new StepCuts(Shelf);
        var byOne = cuts.By(filter, Dimension.Unit).ToDictionary(group => group.Key);

        // A unit belongs to one agency: the second dimension tells nothing more apart.
        Assert.Equal(byOne.Count, cuts.By(filter, Dimension.Unit, Dimension.Agency).Count);
        foreach (var group in cuts.By(filter, Dimension.Unit, Dimension.Agency)) Assert.Equal(byOne[group.Key], group with { Other = 0 });
    }

    [Fact]
    public void A_step_that_was_renamed_is_the_same_step()
    {
        EndedStep Named(string name) => new(1, 1, "n", name, 1, 1, 1, Day.Of(First), 10, 10, StepEnd.Done, Kept.NoDate);
        var shelf = ShelfOf([Named("Thẩm định"), Named("Thẩm định hồ sơ")]);

        Assert.Equal(2, Assert.Single(new StepCuts(shelf).By(new StepFilter(Day.Of(First), Day.Of(First)), Dimension.Step)).Count);
    }

    [Fact]
    public void A_step_that_nobody_mentioned_counts_nowhere() =>
        Assert.Empty(new StepCuts(Shelf).By(new StepFilter(Day.Of(First), Day.Of(First.PlusYears(1))) { Person = 999_999 }, Dimension.Agency));

    private static long Key(EndedStep step, Dimension dimension, Dictionary<StepKey, long> names) => dimension switch
    {
        Dimension.Agency => step.Agency,
        Dimension.Unit => step.Unit,
        Dimension.Person => step.Person,
        Dimension.Procedure => step.Procedure,
        Dimension.Step => names[new(step.Procedure, step.Node, step.Name)],
        Dimension.Month => step.EndedOn.Date is { } date ? (date.Year * 100) + date.Month : 0,
    };

    private static List<EndedStep> Make(int count)
    {
        var dice = Dice.For(seed: 11, index: 1);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var unit = dice.Between(1, 40);
            var node = dice.Between(1, 6);
            return new EndedStep(
                i, dice.Between(1, 30), "n" + node, "Bước " + node, (unit % 5) + 1, unit, dice.Between(0, 200), Day.Of(First.PlusDays((int)(300L * i / count))),
                dice.Between(0, 200_000), dice.Between(0, 50_000), (StepEnd)dice.Between(0, 2), (Kept)dice.Between(0, 2)) { Firsts = (Firsts)dice.Between(0, 3) };
        })];
    }

    private static HistoryShelf ShelfOf(IEnumerable<EndedStep> steps)
    {
        var data = new HistoryData();
        foreach (var step in steps) data.Ended(step);
        var shelf = new HistoryShelf(new CityCalendars());
        shelf.Resume(JournalPosition.Start, null, new([.. data.StepNames.All], [.. data.Desks.All], [.. data.People.All]), [.. data.Steps.Blocks.Select(block => block.ToArray())], [.. data.Dossiers.Blocks.Select(block => block.ToArray())], new([], new(), new()));
        return shelf;
    }
}
