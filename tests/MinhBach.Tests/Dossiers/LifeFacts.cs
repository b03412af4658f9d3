using MinhBach.Dossiers;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Tests.Dossiers;

public sealed class LifeFacts
{
    [Fact]
    public void A_dossier_walks_its_process_to_the_returned_result()
    {
        var story = Story.At("2026-11-02T09:00").Submit();
        Assert.Equal(DossierStatus.AwaitingReception, story.Dossier.Status);
        story.Receive();
        Assert.Equal(DossierStatus.Received, story.Dossier.Status);
        story.Complete(PostRole.OneStopOfficer);
        Assert.Equal(DossierStatus.Processing, story.Dossier.Status);
        Assert.Equal(["Thẩm định"], story.OpenSteps);
        story.Complete(PostRole.Specialist).Complete(PostRole.HeadOfUnit).Complete(PostRole.Leader);
        Assert.Equal(DossierStatus.Completed, story.Dossier.Status);
        Assert.Equal(["Trả kết quả"], story.OpenSteps);
        story.Do(Story.As(PostRole.OneStopOfficer), decision => decision.ReturnResult("Trả tại quầy"));
        Assert.Equal(DossierStatus.Returned, story.Dossier.Status);
        Assert.Equal(DossierOutcome.Granted, story.Dossier.Outcome);
        Assert.Empty(story.OpenSteps);
    }

    [Fact]
    public void The_clock_starts_at_reception_not_at_submission()
    {
        var story = Story.At("2026-11-02T09:00").Submit();
        Assert.Null(story.Dossier.Clock);

        story.OnThe("2026-11-03T10:00").Receive();

        Assert.Equal(new LocalDate(2026, 11, 10), story.DueDate);
    }

    [Fact]
    public void The_desk_has_eight_working_hours_to_answer_an_online_dossier()
    {
        var story = Story.At("2026-11-06T16:30").Submit();

        Assert.Equal("2026-11-09T16:30", Local(story.Dossier.Open[0].DueAt));
    }

    [Theory]
    [InlineData("2026-11-02T09:00", "2026-11-02T17:30")]
    [InlineData("2026-11-02T15:10", "2026-11-03T17:30")]
    public void Papers_move_the_same_day_or_next_morning_after_three(string received, string due)
    {
        var story = Story.At(received).Submit().Receive();

        Assert.Equal(due, Local(story.Dossier.Open.Values.Single().DueAt));
    }

    [Fact]
    public void Supplement_after_appraisal_restarts_the_term()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).OnThe("2026-11-04T09:00").AskFor("Giấy chứng sinh");
        Assert.Equal(DossierStatus.AwaitingSupplement, story.Dossier.Status);
        Assert.True(story.Dossier.Clock!.IsPaused);

        story.OnThe("2026-11-10T09:00").Supply();

        Assert.Equal(DossierStatus.Processing, story.Dossier.Status);
        Assert.Equal(new LocalDate(2026, 11, 17), story.DueDate);
        Assert.Equal(new LocalDate(2026, 11, 9), story.Dossier.Clock.FirstDue.Date);
    }

    [Fact]
    public void Under_the_decree_of_2018_a_supplement_only_paused_the_clock()
    {
        var story = Story.At("2024-11-04T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).OnThe("2024-11-06T09:00").AskFor("Bản vẽ");

        story.OnThe("2024-11-12T09:00").Supply();

        Assert.Equal("61/2018", story.Dossier.Rules.Name);
        Assert.Equal(new LocalDate(2024, 11, 15), story.DueDate);
    }

    [Fact]
    public void Everything_missing_is_asked_for_once()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).AskFor("Bản vẽ").Supply();

        story.Refused("supplement.once", Story.As(PostRole.Specialist), decision => decision.RequestSupplement(["Cam kết"], "Còn thiếu."));
    }

    [Fact]
    public void An_unanswered_supplement_closes_the_dossier_after_fifteen_days()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).AskFor("Bản vẽ");

        story.OnThe("2026-11-17T23:00").Do(Kernel.Actor.System, decision => decision.CloseUnanswered());
        Assert.Equal(DossierStatus.AwaitingSupplement, story.Dossier.Status);
        story.OnThe("2026-11-18T00:01").Do(Kernel.Actor.System, decision => decision.CloseUnanswered());

        Assert.Equal(DossierStatus.Stopped, story.Dossier.Status);
        Assert.Empty(story.OpenSteps);
    }

    [Fact]
    public void What_the_desk_asked_for_goes_back_to_the_desk()
    {
        var story = Story.At("2026-11-02T09:00").Submit().AskFor("Bản chính giấy chứng sinh").OnThe("2026-11-03T09:00").Supply();

        Assert.Equal(DossierStatus.AwaitingReception, story.Dossier.Status);
        Assert.Equal(-1, story.Dossier.Open.Values.Single().Task);
        story.Receive();
        Assert.Equal(new LocalDate(2026, 11, 10), story.DueDate);
    }

    [Fact]
    public void A_date_moves_once_with_an_apology_before_it_passes()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);
        var head = Story.As(PostRole.HeadOfUnit);
        story.OnThe("2026-11-09T09:00").Refused("extend.late", head, decision => decision.Extend(new(2026, 11, 12), "Chờ xác minh."));
        story.OnThe("2026-11-06T09:00").Refused("extend.dayOff", head, decision => decision.Extend(new(2026, 11, 15), "Chờ xác minh."));

        story.Do(head, decision => decision.Extend(new(2026, 11, 12), "Chờ xác minh."));

        Assert.Equal(new LocalDate(2026, 11, 12), story.DueDate);
        Assert.Equal(new LocalDate(2026, 11, 9), story.Dossier.Clock!.FirstDue.Date);
        story.Refused("extend.once", head, decision => decision.Extend(new(2026, 11, 16), "Lần nữa."));
    }

    [Fact]
    public void Nobody_approves_their_own_step()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);
        var head = Story.As(PostRole.HeadOfUnit);
        var task = story.Dossier.Open.Keys.Single();
        story.Do(head, decision => decision.CompleteStep(task, null, "Làm thay chuyên viên."));

        story.Refused("step.own", head, decision => decision.CompleteStep(decision.After.Open.Keys.Single(), null, "Tự duyệt."));
    }

    [Fact]
    public void Another_units_step_is_not_yours()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);

        story.Refused("step.notYours", Story.As(PostRole.OneStopOfficer), decision => decision.Claim(decision.After.Open.Keys.Single()));
        story.Refused("step.notYours", Story.As(PostRole.Specialist, Story.OtherAgency), decision => decision.Claim(decision.After.Open.Keys.Single()));
    }

    [Fact]
    public void Work_goes_back_to_an_earlier_step_with_a_reason()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).Complete(PostRole.Specialist);
        var head = Story.As(PostRole.HeadOfUnit);
        var appraisal = story.Dossier.Done.Last().Node;
        story.Refused("reason.missing", head, decision => decision.SendBack(decision.After.Open.Keys.Single(), appraisal, " "));

        story.Do(head, decision => decision.SendBack(decision.After.Open.Keys.Single(), appraisal, "Thiếu căn cứ."));

        Assert.Equal(["Thẩm định"], story.OpenSteps);
    }

    [Fact]
    public void Another_agency_answers_on_its_own_clock_and_the_dossier_waits_until_then()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);
        var specialist = Story.As(PostRole.Specialist);
        story.Do(specialist, decision => decision.AskOpinion(decision.After.Open.Keys.First(), Story.OtherAgency.Value, "Có thuộc quy hoạch không?", 2));
        var opinion = story.Dossier.Open.Values.Single(step => step.IsOpinion);
        Assert.Equal("2026-11-04T17:30", Local(opinion.DueAt));
        story.Refused("step.opinionOpen", specialist, decision => decision.CompleteStep(decision.After.Open.Keys.First(), null, null));

        story.Do(Story.As(PostRole.Specialist, Story.OtherAgency), decision => decision.GiveOpinion(opinion.Task, "Phù hợp quy hoạch."));
        story.Complete();

        Assert.Equal(["Trưởng phòng duyệt"], story.OpenSteps);
    }

    [Fact]
    public void A_refusal_has_a_reason_and_goes_back_over_the_desk()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);

        story.Do(Story.As(PostRole.Specialist), decision => decision.Refuse(decision.After.Open.Keys.Single(), "Không đủ điều kiện theo Điều 16."));

        Assert.Equal(DossierStatus.Completed, story.Dossier.Status);
        Assert.Equal(DossierOutcome.Refused, story.Dossier.Outcome);
        story.Do(Story.As(PostRole.OneStopOfficer), decision => decision.ReturnResult("Trả tại quầy"));
        Assert.Equal(DossierStatus.Returned, story.Dossier.Status);
    }

    [Fact]
    public void The_applicant_may_withdraw_until_the_decision_and_not_after()
    {
        var open = Story.At("2026-11-02T09:00").Submit().Receive();
        open.Do(Story.Citizen, decision => decision.Withdraw("Không còn nhu cầu."));
        Assert.Equal(DossierStatus.Withdrawn, open.Dossier.Status);
        Assert.Empty(open.OpenSteps);

        var decided = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).Complete().Complete(PostRole.HeadOfUnit).Complete(PostRole.Leader);
        decided.Refused("dossier.decided", Story.Citizen, decision => decision.Withdraw("Không còn nhu cầu."));
    }

    [Fact]
    public void A_payment_stops_the_clock_until_it_is_made()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer);
        story.Do(Story.As(PostRole.Specialist), decision => decision.AskPayment(decision.After.Open.Keys.Single(), 75_000, "Lệ phí"));
        Assert.True(story.Dossier.Clock!.IsPaused);

        story.OnThe("2026-11-05T09:00").Do(Story.As(PostRole.OneStopOfficer), decision => decision.ConfirmPayment());

        Assert.Equal(DossierStatus.Processing, story.Dossier.Status);
        Assert.Equal(new LocalDate(2026, 11, 12), story.DueDate);
    }

    [Fact]
    public void An_officers_error_is_mended_within_three_working_days()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).Complete().Complete(PostRole.HeadOfUnit).Complete(PostRole.Leader);
        story.OnThe("2026-11-06T09:00").Do(Story.Citizen, decision => decision.FindError("Sai họ tên mẹ."));

        Assert.Equal("2026-11-11T17:30", Local(story.Dossier.Correction!.DueAt));
        story.Do(Story.As(PostRole.OneStopOfficer), decision => decision.CorrectError("Đã cấp lại bản đúng."));
        Assert.Null(story.Dossier.Correction);
    }

    private static string? Local(Instant? at) => at?.InZone(Kernel.CityTime.Zone).LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
