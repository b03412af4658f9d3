using MinhBach.Shell;
using MinhBach.Transparency;

namespace MinhBach.Commands;

/// <summary>What a look at a log has shown, for people.</summary>
internal static class LogVerifyText
{
    private const int Shown = 50;

    public static void Write(Words words, TextWriter output, VerifyReport report, TimeSpan took)
    {
        if (report.KeyOnTrust) output.WriteLine(words["Chú ý: chưa có --key. Khóa của nhật ký được tin theo lời của chính nơi đưa ra nhật ký: {0}", string.Join(", ", report.Keys)]);
        if (report.Head is { } head)
        {
            output.WriteLine(words["Nhật ký “{0}”: {1} mục, {2} hồ sơ, gốc {3}.", report.Origin, words.Number(head.Size), words.Number(report.Cases), head.Root]);
            if (report.LastLogged is { } last) output.WriteLine(words["Mục cuối được ghi lúc {0}.", words.Moment(last)]);
            if (report.SizeBefore is { } before) output.WriteLine(words["Lần trước đã thấy {0} mục.", words.Number(before)]);
            if (report.Resumed > 0) output.WriteLine(words["Đi tiếp lần kiểm tra dở: {0} tệp không phải tải lại.", words.Number(report.Resumed)]);
            foreach (var (witness, at) in report.Cosigned) output.WriteLine(words["Nhân chứng {0} ký lúc {1}.", witness, words.Moment(at)]);
            output.WriteLine(words["Đã đếm lại {0} bảng số liệu công bố.", words.Number(report.Statistics)]);
            if (report.Corrected > 0) output.WriteLine(words["{0} bảng số liệu từng công bố sai và đã được thành phố đính chính trong nhật ký.", words.Number(report.Corrected)]);
            if (report.FilesNotServed > 0) output.WriteLine(words["{0} tệp số liệu không tải được; không có chúng vẫn đếm lại được từ nhật ký.", words.Number(report.FilesNotServed)]);
        }

        foreach (var finding in report.Findings.Kept.Take(Shown)) output.WriteLine("  " + words.Say(finding));
        if (report.Findings.Total > Shown) output.WriteLine(words["  … và {0} phát hiện nữa.", words.Number(report.Findings.Total - Math.Min(Shown, report.Findings.Kept.Count))]);
        if (report.Evidence is { } evidence) output.WriteLine(words["Bằng chứng (hai điểm chốt cùng được ký): {0}. Hãy giữ kỹ và công bố.", evidence]);
        var seconds = words.Number((decimal)took.TotalSeconds, 1);
        output.WriteLine(report.Findings.Total == 0 ? words["Nhật ký đúng với mọi điều nó hứa. ({0} giây)", seconds] : words["{0} phát hiện. ({1} giây)", words.Number(report.Findings.Total), seconds]);
    }
}
