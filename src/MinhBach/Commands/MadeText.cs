using MinhBach.DemoCity;
using MinhBach.Shell;

namespace MinhBach.Commands;

internal static class MadeText
{
    public static string Of(Words words, DemoCitySummary made) => words[
        "Đã tạo thành phố mẫu: {0} hồ sơ, {1} bước nghiệp vụ, {2} đúng hạn, trong {3} giây.",
        words.Number(made.Dossiers),
        words.Number(made.Commands),
        made.OnTimeRate is { } rate ? words.Percent(rate) : "–",
        words.Number((decimal)made.Elapsed.TotalSeconds, 1)];
}
