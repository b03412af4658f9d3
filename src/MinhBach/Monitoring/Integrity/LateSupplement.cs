using MinhBach.Dossiers;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>More papers are asked for when the term is all but over: it begins anew, and nothing counts as late.</summary>
internal sealed class LateSupplement : Pattern
{
    public override PatternKind Kind => PatternKind.LateSupplement;

    public override string Slug => "bo-sung-sat-han";

    public override string Code => "lateSupplement";

    public override string Name => "Yêu cầu bổ sung sát hạn";

    public override string Meaning => "Sau khi tiếp nhận, yêu cầu bổ sung được đưa ra khi thời hạn gần hết hoặc đã hết; thời hạn sau đó tính lại từ đầu nên hồ sơ không bị tính là trễ.";

    public override string Rule => "Thiếu giấy tờ thì thông báo trong 3 ngày làm việc kể từ khi tiếp nhận; thời hạn tính lại từ đầu khi hồ sơ đã đủ (NĐ 118/2025 Điều 19 khoản 5).";

    public override string Threshold(Words words) =>
        words["Yêu cầu vào ngày làm việc cuối cùng trước ngày hẹn trả hoặc đúng ngày hẹn, với thời hạn từ {0} ngày làm việc; hoặc sau ngày hẹn trả.", TermDays.ShortestTerm];

    public override string Evidence(FindingRow finding, Words words) => finding.Amount >= 0
        ? words["Yêu cầu lúc {0}; tính theo giờ làm việc, còn {1} đến hạn trả {2}.", words.Moment(finding.At), words.WorkTime(finding.Amount), words.Moment(finding.DueAt)]
        : words["Yêu cầu lúc {0}; tính theo giờ làm việc, hạn trả {2} đã qua {1}.", words.Moment(finding.At), words.WorkTime(-finding.Amount), words.Moment(finding.DueAt)];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Event is not SupplementRequested { BeforeReception: false } || !TermDays.IsAtTheEnd(seen)) return;
        var due = seen.Dossier.DueAt!.Value;
        found(seen.Finding(Kind) with { DueAt = due, Amount = seen.Calendar.SecondsBetween(seen.At, due) });
    }
}
