using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

public sealed class HandOverOfWorkFacts
{
    [Fact]
    public void Work_goes_from_each_to_the_next_and_what_stays_is_kept_apart()
    {
        var fold = Fold("AAB", "AB", "BA");

        Assert.Equal([("A", "B", 2), ("B", "A", 1)], fold.People.ToOthers.Select(pair => (fold.People.Names[pair.From], fold.People.Names[pair.To], (int)pair.Times)));
        Assert.Equal((3, 1), (fold.People.Total, fold.People.SelfTotal));
        Assert.Equal(1, Assert.Single(fold.People.ToSelf).Times);
        // All of one unit.
        Assert.Equal((0, 4), (fold.Units.Total, fold.Units.SelfTotal));
    }

    [Fact]
    public void A_case_of_one_person_has_two_steps_or_more()
    {
        var fold = Fold("AAA", "A", "AB", "");

        Assert.Equal(1, fold.OnePersonCases);
        Assert.Equal([(1, 2), (2, 1)], fold.CasesByPeople.Select(entry => (entry.Key, (int)entry.Value)));
    }

    [Fact]
    public void A_case_with_an_unnamed_step_is_not_said_to_be_of_one_person()
    {
        var fold = Fold("A?A");

        Assert.Equal((0, 1, 2), (fold.OnePersonCases, fold.CasesWithUnnamedSteps, fold.People.Unnamed));
        Assert.Empty(fold.CasesByPeople);
    }

    [Fact]
    public void Hand_overs_agree_with_a_naive_recount_and_merge_in_any_order() =>
        Holds.For(200, Holds.Logs.Zip(Holds.Logs), logs =>
        {
            var (a, b) = logs;
            var merged = Fold(b);
            merged.Merge(Fold(a));
            string[] all = [.. a, .. b];
            return merged.Cases == all.Length
                && merged.People.SelfTotal == all.Sum(steps => Enumerable.Range(1, Math.Max(0, steps.Length - 1)).Count(i => steps[i] == steps[i - 1]))
                && merged.People.Total + merged.People.SelfTotal == all.Sum(steps => Math.Max(0, steps.Length - 1))
                && merged.OnePersonCases == all.Count(steps => steps.Length > 1 && steps.Distinct().Count() == 1)
                && merged.CasesByPeople.All(entry => entry.Value == all.Count(steps => steps.Distinct().Count() == entry.Key));
        });

    [Fact]
    public void At_the_permit_desk_more_than_half_of_the_cases_meet_one_person()
    {
        var log = PermitDesk.Log();
        var fold = new HandOverOfWork(log.Names);
        foreach (var happened in log.Cases)
            fold.Add(happened);

        Assert.Equal((1208, 5935), (fold.People.Total, fold.People.SelfTotal));
        Assert.Equal((5440, 1703), (fold.Units.Total, fold.Units.SelfTotal));
        Assert.Equal(("Resource10", "admin1", 180), (log.Names.Resources[fold.People.ToOthers[0].From], log.Names.Resources[fold.People.ToOthers[0].To], fold.People.ToOthers[0].Times));
        Assert.Equal(("Group 3", "Group 2", 992), (log.Names.Units[fold.Units.ToOthers[0].From], log.Names.Units[fold.Units.ToOthers[0].To], fold.Units.ToOthers[0].Times));
        Assert.Equal([(1, 870), (2, 230), (3, 246), (4, 76), (5, 12)], fold.CasesByPeople.Select(entry => (entry.Key, (int)entry.Value)));
        Assert.Equal(754, fold.OnePersonCases);
    }

    private static HandOverOfWork Fold(params string[] cases)
    {
        var names = new LogNames();
        var fold = new HandOverOfWork(names);
        foreach (var people in cases)
        {
            var happened = new LogCase();
            foreach (var person in people)
                happened.Add(new LogEvent(names.Activities.NumberOf("a"), person == '?' ? -1 : names.Resources.NumberOf([person]), names.Units.NumberOf("unit"), LogLifecycle.Complete, 0));
            fold.Add(happened);
        }
        return fold;
    }
}
