using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Integrity;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;
using MinhBach.Tests.Dossiers;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Integrity;

/// <summary>The patterns of whole dossiers, each by a little story: it happens, it nearly happens, it does not.</summary>
public sealed class PatternFacts
{
    private static readonly Actor Desk = Story.As(PostRole.OneStopOfficer);
    private static readonly Actor Specialist = Story.As(PostRole.Specialist);

    // Received on Monday 2/11/2026 and due, after five working days, on Monday the 9th at 17:30.
    [Theory]
    [InlineData("2026-11-06T10:00", 14.0)]
    [InlineData("2026-11-09T16:30", 1.0)]
    [InlineData("2026-11-10T09:00", -1.0)]
    [InlineData("2026-11-05T17:00", null)]
    [InlineData("2026-11-03T10:00", null)]
    public void A_supplement_asked_when_the_term_is_all_but_over(string asked, double? hoursLeft)
    {
        var (tale, story) = Working();
        tale.Tell(1, story.OnThe(asked), Specialist, decision => decision.RequestSupplement(["Giấy chứng sinh"], "Thiếu."));

        AssertHours(hoursLeft, tale.Find(PatternKind.LateSupplement));
        Assert.Empty(tale.Find(PatternKind.LateExtension));
    }

    [Fact]
    public void A_supplement_before_reception_or_within_a_short_term_says_nothing()
    {
        var (brief, story) = Working(Term.WorkingDays(2));
        brief.Tell(1, story.OnThe("2026-11-03T10:00"), Specialist, decision => decision.RequestSupplement(["Giấy chứng sinh"], "Thiếu."));
        var early = Story.At("2026-11-02T09:00");
        var desk = new Tale().Tell(1, early, Story.Citizen, decision => decision.Submit("M", Desk.AgencyId!.Value, Channel.Online, "chung"))
            .Tell(1, early.OnThe("2026-11-02T10:00"), Desk, decision => decision.RequestSupplement(["Giấy chứng sinh"], "Thiếu."));

        Assert.Empty(brief.Find());
        Assert.Empty(desk.Find());
    }

    [Fact]
    public void After_a_supplement_the_term_that_began_anew_is_the_one_that_counts()
    {
        var (tale, story) = Working();
        tale.Tell(1, story.OnThe("2026-11-03T10:00"), Specialist, decision => decision.RequestSupplement(["Giấy chứng sinh"], "Thiếu."))
            .Tell(1, story.OnThe("2026-11-05T10:00"), Story.Citizen, decision => decision.Supply())
            .Tell(1, story.OnThe("2026-11-06T10:00"), Specialist, decision => decision.Extend(new LocalDate(2026, 11, 20), "Cần xác minh."));

        Assert.Empty(tale.Find());
    }

    [Theory]
    [InlineData("2026-11-06T10:00", 14.0)]
    [InlineData("2026-11-05T17:00", null)]
    public void An_extension_on_the_last_day_that_the_law_allows(string extended, double? hoursLeft)
    {
        var (tale, story) = Working();
        tale.Tell(1, story.OnThe(extended), Specialist, decision => decision.Extend(new LocalDate(2026, 11, 20), "Cần xác minh."));

        AssertHours(hoursLeft, tale.Find(PatternKind.LateExtension));
        Assert.Empty(tale.Find(PatternKind.LateSupplement));
    }

    [Fact]
    public void An_extension_after_the_due_date_which_only_a_foreign_journal_has()
    {
        var (tale, _) = Working();
        var due = Tale.Moment("2026-11-20T17:30");
        tale.Add(1, "2026-11-10T09:00", Specialist, new DueChanged(DueEntryKind.Extended, new(2026, 11, 20), due, false, "Cần xác minh."));

        AssertHours(-1, tale.Find(PatternKind.LateExtension));
    }

    [Theory]
    [InlineData("2026-11-04T09:00", true)]
    [InlineData("2026-11-11T09:00", true)]
    [InlineData("2026-11-12T09:00", false)]
    public void The_same_person_files_the_same_procedure_again(string again, bool found)
    {
        var tale = Withdrawn().By("id 001", 1, 2).Add(2, again, Story.Citizen, Tale.Submitted());

        var finding = tale.Find(PatternKind.CloseAndRefile);

        Assert.Equal(found ? 1 : 0, finding.Count);
        if (found) Assert.Equal((1, "2", "Rút hồ sơ", Tale.Moment("2026-11-04T08:00")), (finding[0].DossierId, finding[0].Others, finding[0].About, finding[0].Since));
    }

    [Fact]
    public void Somebody_else_another_procedure_or_a_result_is_no_refiling()
    {
        Assert.Empty(Withdrawn().Add(2, "2026-11-04T09:00", Story.Citizen, Tale.Submitted()).Find());
        Assert.Empty(Withdrawn().By("id 001", 1, 2).Add(2, "2026-11-04T09:00", Story.Citizen, Tale.Submitted(procedure: 2)).Find());
        Assert.Empty(new Tale().By("id 001", 1, 2)
            .Add(1, "2026-11-02T09:00", Story.Citizen, Tale.Submitted())
            .Add(1, "2026-11-04T08:00", Tale.Official(5), new DossierCompleted(DossierOutcome.Granted, null), new ResultReturned("Trả tại quầy"))
            .Add(2, "2026-11-04T09:00", Story.Citizen, Tale.Submitted()).Find());
        // One closing explains one new dossier.
        Assert.Single(Withdrawn().By("id 001", 1, 2, 3).Add(2, "2026-11-04T09:00", Story.Citizen, Tale.Submitted()).Add(3, "2026-11-04T10:00", Story.Citizen, Tale.Submitted()).Find());
    }

    [Theory]
    [InlineData("2026-11-02T09:00", "2026-11-03T09:01", Channel.Online, true)]
    [InlineData("2026-11-02T09:00", "2026-11-03T09:00", Channel.Online, false)]
    [InlineData("2026-11-06T16:30", "2026-11-09T16:00", Channel.Online, false)]
    [InlineData("2026-11-02T09:00", "2026-11-05T09:00", Channel.Direct, false)]
    public void An_online_dossier_waits_longer_than_eight_working_hours(string submitted, string received, Channel channel, bool found)
    {
        var story = Story.At(submitted);
        var tale = new Tale().Tell(1, story, Story.Citizen, decision => decision.Submit("M", Desk.AgencyId!.Value, channel, "chung"))
            .Tell(1, story.OnThe(received), Desk, decision => decision.Receive());

        var finding = tale.Find(PatternKind.SlowReception);

        Assert.Equal(found ? 1 : 0, finding.Count);
        if (found) Assert.Equal((8 * 3600) + 60, finding[0].Amount);
    }

    [Fact]
    public void Asking_for_papers_is_an_answer_and_the_wait_begins_anew_when_they_come()
    {
        var story = Story.At("2026-11-02T09:00");
        var tale = new Tale().Tell(1, story, Story.Citizen, decision => decision.Submit("M", Desk.AgencyId!.Value, Channel.Online, "chung"))
            .Tell(1, story.OnThe("2026-11-02T10:00"), Desk, decision => decision.RequestSupplement(["Giấy chứng sinh"], "Thiếu."))
            .Tell(1, story.OnThe("2026-11-09T10:00"), Story.Citizen, decision => decision.Supply());
        tale.Tell(1, story.OnThe("2026-11-10T11:00"), Desk, decision => decision.Receive());

        Assert.Equal((9 * 3600, Tale.Moment("2026-11-09T10:00")), (Assert.Single(tale.Find()).Amount, tale.Find()[0].Since));
    }

    [Fact]
    public void Every_pattern_has_its_names_and_words_in_both_languages()
    {
        Assert.Equal(Enum.GetValues<PatternKind>(), Patterns.All.Select(pattern => pattern.Kind));
        Assert.Equal(Patterns.All.Count, Patterns.All.Select(pattern => pattern.Slug).Distinct().Count());
        Assert.Equal(Patterns.All.Count, Patterns.All.Select(pattern => pattern.Code).Distinct().Count());
        foreach (var text in Patterns.All.SelectMany(pattern => new[] { pattern.Name, pattern.Meaning, pattern.Rule }).Concat(Enum.GetValues<MarkFilter>().Select(MarkSlugs.Name)).Concat(["Không tiếp nhận", "Rút hồ sơ", "Dừng giải quyết"]))
            Assert.True(Words.HasEnglish(text), text);
    }

    private static (Tale Tale, Story Story) Working(Term? term = null)
    {
        var story = Story.At("2026-11-02T09:00", term);
        var tale = new Tale().Tell(1, story, Story.Citizen, decision => decision.Submit("M", Desk.AgencyId!.Value, Channel.Online, "chung"))
            .Tell(1, story.OnThe("2026-11-02T09:30"), Desk, decision => decision.Receive())
            .Tell(1, story.OnThe("2026-11-02T09:40"), Desk, decision => decision.CompleteStep(decision.After.Open.Values.First().Task, null, "Xong."));
        return (tale, story);
    }

    private static Tale Withdrawn()
    {
        var story = Story.At("2026-11-02T09:00");
        return new Tale().By("id 001", 1).Tell(1, story, Story.Citizen, decision => decision.Submit("M", Desk.AgencyId!.Value, Channel.Online, "chung"))
            .Tell(1, story.OnThe("2026-11-02T10:00"), Desk, decision => decision.Receive())
            .Tell(1, story.OnThe("2026-11-04T08:00"), Story.Citizen, decision => decision.Withdraw("Không còn cần."));
    }

    private static void AssertHours(double? hours, IReadOnlyList<FindingRow> found)
    {
        if (hours is null) Assert.Empty(found);
        else Assert.Equal(hours.Value * 3600, Assert.Single(found).Amount);
    }
}
