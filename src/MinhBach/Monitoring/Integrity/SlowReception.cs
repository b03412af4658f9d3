using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Integrity;

/// <summary>An online dossier waits for the desk's answer longer than the law allows: the term begins only with it.</summary>
internal sealed class SlowReception : Pattern
{
    private const int SecondsPerHour = 3600;

    public override PatternKind Kind => PatternKind.SlowReception;

    public override string Slug => "tiep-nhan-cham";

    public override string Code => "slowReception";

    public override string Name => "Tiếp nhận chậm sau khi nộp";

    public override string Meaning => "Hồ sơ nộp trực tuyến chờ một cửa trả lời (tiếp nhận, yêu cầu bổ sung hoặc từ chối) quá giờ luật định; thời hạn giải quyết chỉ tính từ khi tiếp nhận nên thời gian chờ này không hiện trong tỷ lệ đúng hạn. Hồ sơ chưa được trả lời nằm trong số việc quá hạn, chưa tính ở đây.";

    public override string Rule => "Một cửa trả lời trong 8 giờ làm việc kể từ khi hệ thống nhận hồ sơ (NĐ 118/2025 Điều 17 khoản 2). Với hồ sơ nộp trước 01/7/2025, giới hạn này chưa được kiểm chứng trong NĐ 61/2018.";

    public override string Threshold(Words words) => words["Quá {0} giờ làm việc từ khi nộp, hoặc từ khi bổ sung xong trước tiếp nhận, đến khi một cửa trả lời.", RuleSet.All[^1].ReceptionHours];

    public override string Evidence(FindingRow finding, Words words) =>
        words["Chờ từ {0}, trả lời lúc {1}: {2} tính theo giờ làm việc.", words.Moment(finding.Since), words.Moment(finding.At), words.WorkTime(finding.Amount)];

    public override void Look(in Seen seen, Action<FindingRow> found)
    {
        if (seen.Event is not (DossierReceived or DossierDeclined or SupplementRequested { BeforeReception: true })) return;
        if (seen.Dossier is not { IsOnline: true, WaitsSince: { } since } || !seen.Calendar.Covers(since.DateInCity()) || !seen.Calendar.Covers(seen.Day)) return;
        var worked = seen.Calendar.SecondsBetween(since, seen.At);
        if (worked > RuleSet.On(seen.Day).ReceptionHours * SecondsPerHour) found(seen.Finding(Kind) with { Since = since, Amount = worked });
    }
}
