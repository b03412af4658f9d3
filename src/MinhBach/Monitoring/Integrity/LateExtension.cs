using MinhBach.Dossiers;
using MinhBach.Shell;
using MinhBach.WorkingTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>The date is moved when the term is all but over: the delay was known long before it was told.</summary>
internal sealed class LateExtension : Pattern
{
    public override PatternKind Kind => PatternKind.LateExtension;

    public override string Slug => "gia-han-sat-han";

    public override string Code => "lateExtension";

    public override string Name => "Gia hạn sát hạn";

    public override string Meaning => "Ngày hẹn trả được dời khi thời hạn gần hết hoặc đã hết, nên hồ sơ không bị tính là trễ theo ngày hẹn hiện hành.";

    public override string Rule => "Thư xin lỗi và ngày hẹn mới phải gửi trước ngày hẹn trả ít nhất 1 ngày; chỉ được dời một lần (NĐ 118/2025 Điều 19 khoản 6).";

    public override string Threshold(Words words) =>
        words["Gia hạn vào ngày làm việc cuối cùng trước ngày hẹn trả hoặc đúng ngày hẹn, với thời hạn từ {0} ngày làm việc; hoặc sau ngày hẹn trả.", TermDays.ShortestTerm];

    public override string Evidence(FindingRow finding, Words words) => finding.Amount >= 0
        ? words["Gia hạn lúc {0}; tính theo giờ làm việc, còn {1} đến hạn trả {2}.", words.Moment(finding.At), words.WorkTime(finding.Amount), words.Moment(finding.DueAt)]
        : words["Gia hạn lúc {0}; tính theo giờ làm việc, hạn trả {2} đã qua {1}.", words.Moment(finding.At), words.WorkTime(-finding.Amount), words.Moment(finding.DueAt)];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Event is not DueChanged { Kind: DueEntryKind.Extended } || !TermDays.IsAtTheEnd(seen)) return;
        var due = seen.Dossier.DueAt!.Value;
        found(seen.Finding(Kind) with { DueAt = due, Amount = seen.Calendar.SecondsBetween(seen.At, due) });
    }
}
