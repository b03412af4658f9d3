using System.CommandLine;
using System.Diagnostics;
using MinhBach.Operations;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>backup FILE</c>: copies the city while it works.</summary>
internal static class BackupCommand
{
    private const int Shown = 20;

    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = words["Tệp sao lưu sẽ tạo, ví dụ minhbach.tar.gz; chứa dữ liệu cá nhân và khóa, hãy cất kỹ"] };
        var command = new Command("backup", words["Sao lưu cơ sở dữ liệu, giấy tờ và khóa vào một tệp; chạy được khi đang phục vụ."]) { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            var path = parsed.GetValue(file)!;
            await using var app = OpenCity.Silent(common.Read(parsed));
            var progress = new ConsoleProgress(words, output);
            var summary = await app.Services.GetRequiredService<BackUpCity>().RunAsync(path, progress, cancellation);
            progress.End();
            foreach (var missing in summary.Missing.Take(Shown)) output.WriteLine("  " + words["Thiếu nội dung tệp {0}.", missing]);
            if (summary.Missing.Count > 0) output.WriteLine(words["{0} tệp có tên trong cơ sở dữ liệu mà không có trong thư mục dữ liệu.", words.Number(summary.Missing.Count)]);
            output.WriteLine(words[
                "Đã sao lưu vào {0}: {1} MB, {2} giấy tờ, trong {3} giây.",
                Path.GetFullPath(path),
                words.Number(summary.Length / 1_000_000m, 1),
                words.Number(summary.Files),
                words.Number((decimal)watch.Elapsed.TotalSeconds, 1)]);
            return summary.Missing.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
