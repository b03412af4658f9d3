using System.CommandLine;
using System.Diagnostics;
using MinhBach.Shell;
using MinhBach.Transparency;

namespace MinhBach.Commands;

/// <summary><c>log verify URL|DIR</c>: checks everything that a log promises, and counts its published figures again.</summary>
internal static class LogVerifyCommand
{
    public static Command Make(Words words, TextWriter output)
    {
        var log = new Argument<string>("URL|DIR") { Description = words["Địa chỉ hoặc thư mục của nhật ký công khai"] };
        var trust = new LogTrustOptions(words);
        var json = new Option<bool>("--json") { Description = words["In JSON cho máy đọc"] };
        var command = new Command("verify", words["Kiểm tra toàn bộ một nhật ký công khai: chữ ký, mọi tệp, mọi mục, đúng luật về hạn trả, và đếm lại mọi số liệu đã công bố. Bị ngắt thì lần sau đi tiếp."]) { log };
        trust.AddTo(command);
        command.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            var begun = Stopwatch.GetTimestamp();
            var address = parsed.GetValue(log)!;
            var watched = new WatchedLog(address, LogAddress.Open(address, cancellation), trust.Trust(parsed), trust.Store(parsed), TimeProvider.System);
            var progress = parsed.GetValue(json) ? null : new ConsoleProgress(words, output);
            VerifyReport report;
            try
            {
                // On another thread, so that Ctrl+C is heard.
                report = await Task.Run(() => watched.Check(isFull: true, progress, cancellation), CancellationToken.None);
            }
            finally
            {
                progress?.End();
            }

            if (parsed.GetValue(json)) output.WriteLine(LogVerifyJson.Write(words, report));
            else LogVerifyText.Write(words, output, report, Stopwatch.GetElapsedTime(begun));
            return report.Findings.Total == 0 ? 0 : 1;
        });
        return command;
    }
}
