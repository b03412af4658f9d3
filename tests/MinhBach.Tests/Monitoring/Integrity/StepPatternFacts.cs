using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Integrity;
using MinhBach.Procedures;
using MinhBach.Tests.Dossiers;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Integrity;

/// <summary>The patterns of single steps, each by a little story: it happens, it nearly happens, it does not.</summary>
public sealed class StepPatternFacts
{
    [Theory]
    [InlineData(10, "2026-11-04T18:00", 1, 1)]
    [InlineData(10, "2026-11-07T10:00", 5, 1)]
    [InlineData(25, "2026-11-04T06:00", 2, 1)]
    [InlineData(9, "2026-11-04T18:00", 1, 0)]
    [InlineData(10, "2026-11-04T10:00", 1, 0)]
    [InlineData(10, "2026-11-04T12:10", 1, 0)]
    [InlineData(10, "2026-11-04T18:00", 7, 0)]
    public void Many_steps_of_one_person_after_hours(int steps, string from, int minutesBetween, int findings)
    {
        var tale = new Tale();
        for (var i = 0; i < steps; i++) End(tale, i + 1, Tale.Moment(from) + Duration.FromMinutes(i * minutesBetween), Tale.Official(5), Duration.FromHours(2));

        var found = tale.Find(PatternKind.AfterHours);

        Assert.Equal(findings, found.Count);
        if (findings > 0) Assert.Equal((5L, (long)steps, steps - 1, Tale.Moment(from)), (found[0].PersonId, found[0].Amount, found[0].OtherIds().Count, found[0].Since));
    }

    [Fact]
    public void Two_people_who_share_the_evening_and_the_clock_itself_are_no_row()
    {
        var tale = new Tale();
        for (var i = 0; i < 18; i++) End(tale, i + 1, Tale.Moment("2026-11-04T18:00") + Duration.FromMinutes(i), Tale.Official(5 + (i % 2)), Duration.FromHours(2));
        for (var i = 0; i < 30; i++) End(tale, 100 + i, Tale.Moment("2026-11-04T19:00"), Actor.System, Duration.FromHours(2));

        Assert.Empty(tale.Find());
    }

    [Theory]
    [InlineData(100, 0, 5, true)]
    [InlineData(100, 0, 29, true)]
    [InlineData(100, 0, 30, false)]
    [InlineData(99, 0, 5, false)]
    [InlineData(199, 1, 5, true)]
    [InlineData(198, 2, 5, false)]
    public void A_step_that_ends_within_seconds(int slow, int fast, int seconds, bool found)
    {
        var tale = new Tale();
        var at = Tale.Moment("2026-11-04T09:00");
        for (var i = 0; i < fast; i++) End(tale, i + 1, at, Tale.Official(5), Duration.FromSeconds(4));
        for (var i = 0; i < slow; i++) End(tale, 1_000 + i, at, Tale.Official(5), Duration.FromMinutes(10));
        End(tale, 9_999, at + Duration.FromMinutes(1), Tale.Official(6), Duration.FromSeconds(seconds));

        var finding = tale.Find(PatternKind.InstantStep);

        Assert.Equal(found ? 1 : 0, finding.Count);
        if (found) Assert.Equal((9_999L, 6L, (long)seconds, "Thẩm định"), (finding[0].DossierId, finding[0].PersonId, finding[0].Amount, finding[0].About));
    }

    [Fact]
    public void Seconds_count_from_the_taking_not_from_the_opening_and_the_clock_may_be_fast()
    {
        var tale = new Tale();
        var at = Tale.Moment("2026-11-04T09:00");
        for (var i = 0; i < 100; i++) End(tale, 1_000 + i, at, Tale.Official(5), Duration.FromMinutes(10));
        End(tale, 1, at, Actor.System, Duration.FromSeconds(1));
        Assert.Empty(tale.Find());
        tale.Add(2, at, Story.Citizen, Tale.Submitted()).Add(2, at, Tale.Official(5), new StepOpened(1, "tham-dinh", "Thẩm định", "specialist", 3, 7, null));
        tale.Add(2, at + Duration.FromMinutes(30), Tale.Official(5), new StepAssigned(1, 7, 5, "Người 5", null));
        tale.Add(2, at + Duration.FromSeconds(1_803), Tale.Official(5), new StepDone(1, "tham-dinh", null, null));

        Assert.Equal(3, Assert.Single(tale.Find()).Amount);
    }

    [Theory]
    [InlineData(new long[] { 5, 5, 5 }, true, true)]
    [InlineData(new long[] { 5, 5, 6 }, true, false)]
    [InlineData(new long[] { 5, 5 }, true, false)]
    [InlineData(new long[] { 5, 5, 5 }, false, false)]
    public void One_person_does_every_step_of_several_desks(long[] doers, bool severalDesks, bool found)
    {
        var tale = new Tale().Add(1, "2026-11-04T09:00", Story.Citizen, Tale.Submitted());
        for (var i = 0; i < doers.Length; i++)
        {
            tale.Add(1, "2026-11-04T09:00", Tale.Official(doers[i]), new StepOpened(i + 1, "b" + i, "Bước", severalDesks && i > 0 ? "specialist" : "one-stop-officer", 3, 7, null));
            tale.Add(1, $"2026-11-04T1{i}:00", Tale.Official(doers[i]), new StepDone(i + 1, "b" + i, null, null));
        }

        // What the clock ends is nobody's work.
        tale.Add(1, "2026-11-04T15:00", Actor.System, new StepOpened(9, "tu-dong", "Tự động", null, 3, 8, null), new StepDone(9, "tu-dong", null, null));
        if (!severalDesks) tale = Without(tale, "tu-dong");
        tale.Add(1, "2026-11-04T16:00", Tale.Official(doers[^1]), new DossierCompleted(DossierOutcome.Granted, null));

        var finding = tale.Find(PatternKind.OnePerson);

        Assert.Equal(found ? 1 : 0, finding.Count);
        if (found) Assert.Equal((5L, (long)doers.Length), (finding[0].PersonId, finding[0].Amount));
    }

    // A dossier whose only step was opened so long before it ended.
    private static void End(Tale tale, long dossier, Instant at, Actor actor, Duration open)
    {
        tale.Add(dossier, at - open, Story.Citizen, Tale.Submitted());
        tale.Add(dossier, at - open, actor, new StepOpened(1, "tham-dinh", "Thẩm định", "specialist", 3, 7, null));
        tale.Add(dossier, at, actor, new StepDone(1, "tham-dinh", null, null));
    }

    private static Tale Without(Tale tale, string node)
    {
        var kept = new Tale();
        foreach (var entry in tale.Entries.Where(entry => entry.Event is not (StepOpened or StepDone) || (entry.Event as StepOpened)?.Node != node && (entry.Event as StepDone)?.Node != node))
            kept.Add(entry.StreamId, entry.At, entry.Actor, (DossierEvent)entry.Event!);
        return kept;
    }
}
