using MinhBach.Kernel;
using MinhBach.Notifications;
using MinhBach.Transparency;
using NodaTime;

namespace MinhBach.Operations;

/// <summary>Something that a person has to look at now.</summary>
/// <param name="Key">Its section in docs/runbook.md.</param>
/// <param name="Sentence">What is wrong (a Vietnamese sentence for the words).</param>
internal sealed record Alarm(string Key, string Sentence);

/// <summary>When a figure becomes an alarm. Each limit stands once, here; docs/runbook.md says what to do.</summary>
internal static class Alarms
{
    public const int MostWaiting = 1_000;
    public const double LeastFreeDisk = 0.1;
    public static readonly TimeSpan SlowestCommit = TimeSpan.FromSeconds(1);
    public static readonly Duration OldestUnread = Duration.FromMinutes(1);
    public static readonly Duration OldestMail = Duration.FromHours(1);
    public static readonly Duration Lately = Duration.FromMinutes(10);

    public static IEnumerable<Alarm> Of(RunningFigures now)
    {
        if (!now.DatabaseIsUp) yield return new("database-down", "Cơ sở dữ liệu không hoạt động.");
        if (now.Waiting.Any(waiting => waiting > MostWaiting)) yield return new("lane-full", "Hàng đợi ghi quá dài.");
        if (now.Commits.Count > 0 && now.Commits.Quantile(0.99) > SlowestCommit) yield return new("slow-commit", "Ghi xuống đĩa quá chậm.");
        if (now.Lags.Any(lag => lag.Age > OldestUnread)) yield return new("consumer-behind", "Số liệu chậm hơn nhật ký quá một phút.");
        if (now.SentAwayAt is { } at && now.At - at < Lately) yield return new("overloaded", "Có yêu cầu phải từ chối vì quá tải.");
        if (now.FreeDisk is < LeastFreeDisk) yield return new("disk-full", "Ổ đĩa sắp đầy.");
        if (now.Mail is { IsOn: true } mail && (mail.Dead > 0 || now.At - mail.Oldest > OldestMail)) yield return new("mail-standing", "Có thư nhắc việc không gửi đi được.");
        if (now.PublicLog is { } trouble)
        {
            yield return new(trouble.Key, trouble.Key switch
            {
                PublicLogTrouble.Clock => "Nhật ký công khai đang nghỉ: đồng hồ máy chủ bị vặn lùi.",
                PublicLogTrouble.Quorum => "Nhật ký công khai đang nghỉ: chưa đủ nhân chứng ký.",
                PublicLogTrouble.Spoilt => "Nhật ký công khai đang nghỉ: khóa, mục, tệp và bản đã ký không khớp nhau.",
                _ => "Nhật ký công khai đang nghỉ: không ghi được.",
            });
        }

        if (now.Pages.Sum(page => page.Failed) is var failed && failed > 0 && failed * 1000 > now.Pages.Sum(page => page.Count))
            yield return new("failing-pages", "Có trang báo lỗi hệ thống.");
    }
}

/// <summary>How this node is doing.</summary>
internal sealed record RunningFigures(
    Instant At,
    bool DatabaseIsUp,
    IReadOnlyList<int> Waiting,
    long Commands,
    Latencies Commits,
    IReadOnlyList<ConsumerLag> Lags,
    double? FreeDisk,
    long SentAway,
    Instant? SentAwayAt,
    PublicLogTrouble? PublicLog,
    MailBacklog? Mail,
    IReadOnlyList<(string Route, long Count, long Failed, Latencies Took)> Pages);
