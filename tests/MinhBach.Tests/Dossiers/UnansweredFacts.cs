using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Tests.Dossiers;

public sealed class UnansweredFacts
{
    [Fact]
    public void A_supplement_that_stays_unanswered_closes_the_dossier_after_its_days()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).AskFor("Giấy chứng sinh");
        story.OnThe("2026-11-17T23:59").Do(Actor.System, decision => decision.CloseUnanswered());
        Assert.Equal(DossierStatus.AwaitingSupplement, story.Dossier.Status);

        story.OnThe("2026-11-18T00:01").Do(Actor.System, decision => decision.CloseUnanswered());
        Assert.Equal(DossierStatus.Stopped, story.Dossier.Status);
    }

    [Fact]
    public void A_dossier_withdrawn_meanwhile_is_left_alone()
    {
        var story = Story.At("2026-11-02T09:00").Submit().Receive().Complete(PostRole.OneStopOfficer).AskFor("Giấy chứng sinh");
        story.Do(Story.Citizen, decision => decision.Withdraw("Không còn nhu cầu"));

        story.OnThe("2026-12-01T00:01").Do(Actor.System, decision => decision.CloseUnanswered());

        Assert.Equal(DossierStatus.Withdrawn, story.Dossier.Status);
    }
}
