using MinhBach.Dossiers.Check;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Commands;

/// <summary>What a check found, for people.</summary>
internal static class CheckText
{
    private const int Shown = 50;

    public static void Write(Words words, TextWriter output, CheckReport report)
    {
        output.WriteLine(words["Đã đối chiếu {0} sự kiện, {1} hồ sơ, {2} bước, {3} tệp.", words.Number(report.Entries), words.Number(report.Dossiers), words.Number(report.Steps), words.Number(report.Files)]);
        foreach (var finding in report.Findings.Take(Shown)) output.WriteLine($"  {finding.Subject}: {words[finding.Sentence, [.. finding.Values.Select(value => Told(words, value))]]}");
        if (report.Total > Shown) output.WriteLine(words["  … và {0} phát hiện nữa.", words.Number(report.Total - Shown)]);
        output.WriteLine(report.Total == 0 ? words["Không có sai lệch."] : words["{0} sai lệch.", words.Number(report.Total)]);
    }

    private static object Told(Words words, object value) => value is Instant moment ? words.Moment(moment) : value;
}
