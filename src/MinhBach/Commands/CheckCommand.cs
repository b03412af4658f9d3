using System.CommandLine;
using MinhBach.Dossiers.Check;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>check</c>: holds the tables against the journal.</summary>
internal static class CheckCommand
{
    private const int Shown = 50;

    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var command = new Command("check", words["Đối chiếu nhật ký với các bảng: mã hồ sơ, ngày hẹn, bước đang mở, chuỗi sự kiện."]);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ExistingAsync(common.Read(parsed), cancellation);
            var progress = new ConsoleProgress(words, output);
            var report = await app.Services.GetRequiredService<CheckDossiers>().RunAsync(new Told(progress), cancellation);
            progress.End();
            output.WriteLine(words["Đã đối chiếu {0} sự kiện, {1} hồ sơ, {2} bước.", words.Number(report.Entries), words.Number(report.Dossiers), words.Number(report.Steps)]);
            foreach (var finding in report.Findings.Take(Shown)) output.WriteLine($"  {finding.Subject}: {words[finding.Sentence, [.. finding.Values]]}");
            if (report.Findings.Count > Shown) output.WriteLine(words["  … và {0} phát hiện nữa.", report.Findings.Count - Shown]);
            output.WriteLine(report.Findings.Count == 0 ? words["Không có sai lệch."] : words["{0} sai lệch.", report.Findings.Count]);
            return report.Findings.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private sealed class Told(ConsoleProgress progress) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => progress.Report(new("Đang đối chiếu", value.Share));
    }
}
