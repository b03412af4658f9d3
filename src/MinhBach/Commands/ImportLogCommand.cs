using System.CommandLine;
using MinhBach.Kernel;
using MinhBach.Mining;
using MinhBach.Mining.Import;
using MinhBach.Mining.Mapping;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>import log FILE --map map.json</c>: brings the log of another system in.</summary>
internal static class ImportLogCommand
{
    private const int Shown = 5;

    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = words["Nhật ký: XES (.xes, .xes.gz), CSV có dòng tiêu đề, hoặc OCEL 2.0 (JSON, XML)"] };
        var map = new Option<string>("--map") { Description = words["Sơ đồ cột (JSON): cột nào là gì; xem docs/import-log.md"], HelpName = "FILE", Required = true };
        var command = new Command("log", words["Nạp nhật ký của một hệ thống khác để xem trên trang theo dõi; chạy lại thì đi tiếp, không nạp hai lần."]) { file, map };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file)!;
            var read = MapFile.Read(words, parsed.GetValue(map)!);
            if (Directory.Exists(path)) throw new FormatException(words["“{0}” là một thư mục, không phải tệp.", path]);
            if (!File.Exists(path)) throw new FileNotFoundException(Path.GetFullPath(path));
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var progress = new ConsoleProgress(words, output);
            var summary = await app.Services.GetRequiredService<ImportLog>().RunAsync(path, Path.GetFileName(path), read, Actor.System, progress: new Told(progress), cancellation: cancellation);
            progress.End();
            Tell(words, output, summary);
            return 0;
        });
        return command;
    }

    private static void Tell(Words words, TextWriter output, LogImportSummary summary)
    {
        var counted = summary.Report.Summary;
        if (summary.Resumed > 0) output.WriteLine(words["Đi tiếp lần nạp dở: {0} vụ việc đã nạp từ trước.", words.Number(summary.Resumed)]);
        output.WriteLine(words["Đã nạp {0} vụ việc, {1} sự kiện; đã có sẵn giống hệt {2}, đã có nhưng ghi khác {3} (giữ bản cũ).",
            words.Number(summary.Added), words.Number(counted.Events), words.Number(summary.Same), words.Number(summary.Differing)]);
        output.WriteLine(words["Cả tệp: đã xong {0}, đúng hạn {1}, quá hạn {2}, chưa xong {3}, ngày không đọc được {4}.",
            words.Number(counted.Closed), words.Number(counted.OnTime), words.Number(counted.Late), words.Number(counted.Open), words.Number(counted.Broken)]);
        foreach (var kind in summary.Report.Problems.Kinds)
        {
            output.WriteLine($"  {words.Number(kind.Times)} × {words.Name(kind.Kind)}");
            foreach (var place in kind.First.Take(Shown)) output.WriteLine("    " + words.Told(place));
        }

        output.WriteLine(words["Xem tại /theo-doi/he-thong-cu/{0}", summary.Slug]);
    }

    private sealed class Told(ConsoleProgress progress) : IProgress<LogImportProgress>
    {
        public void Report(LogImportProgress value) => progress.Report(new("Đang nạp nhật ký: {0}/{1}", value.Total == 0 ? 1 : (double)value.Done / value.Total, value.Done, value.Total));
    }
}
