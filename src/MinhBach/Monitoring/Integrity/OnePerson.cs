using MinhBach.Dossiers;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>One person did every step, though the process foresaw more: nobody looked at another's work.</summary>
internal sealed class OnePerson : Pattern
{
    public const int FewestSteps = 3;

    public override PatternKind Kind => PatternKind.OnePerson;

    public override string Slug => "mot-nguoi-lam-het";

    public override string Code => "onePerson";

    public override string Name => "Một người làm mọi bước";

    public override string Meaning => "Hồ sơ có kết quả mà mọi bước do người làm đều do một người kết thúc, dù quy trình có từ hai vai trò hoặc hai đơn vị trở lên.";

    public override string Rule => "Không có giới hạn trong luật; quy trình nội bộ giao mỗi bước cho một vai trò để có người thứ hai xem lại.";

    public override string Threshold(Words words) => words["Từ {0} bước do người làm, quy trình có ít nhất hai vai trò hoặc đơn vị.", FewestSteps];

    public override string Evidence(FindingRow finding, Words words) => words["Cả {0} bước đến khi có kết quả lúc {1} do một người kết thúc.", finding.Amount, words.Moment(finding.At)];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Event is DossierCompleted && seen.Dossier is { Done: >= FewestSteps, Doer: > 0, HasSeveralDesks: true } dossier)
            found(seen.Finding(Kind) with { PersonId = dossier.Doer, Amount = dossier.Done });
    }
}
