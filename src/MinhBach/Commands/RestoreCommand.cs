using System.CommandLine;
using System.Diagnostics;
using MinhBach.Operations;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>restore FILE</c>: puts a copy of a city in place where there is none, once it was checked.</summary>
internal static class RestoreCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = words["Tệp do lệnh backup tạo"] };
        var despite = new Option<bool>("--despite-findings") { Description = words["Khôi phục cả khi đối chiếu thấy sai lệch"] };
        var command = new Command("restore", words["Khôi phục bản sao lưu vào thư mục hoặc cơ sở dữ liệu trống, sau khi đã đối chiếu bản sao."]) { file, despite };
        command.SetAction(async (parsed, cancellation) =>
        {
            var watch = Stopwatch.StartNew();
            var progress = new ConsoleProgress(words, output);
            var summary = await new RestoreCity(common.Read(parsed), progress).RunAsync(parsed.GetValue(file)!, parsed.GetValue(despite), cancellation);
            progress.End();
            output.WriteLine(words["Bản sao lưu ngày {0}, do minhbach {1} tạo.", words.Moment(summary.MadeAt), summary.Program]);
            CheckText.Write(words, output, summary.Check);
            output.WriteLine(summary.IsInPlace
                ? words["Đã khôi phục trong {0} giây, {1} giấy tờ.", words.Number((decimal)watch.Elapsed.TotalSeconds, 1), words.Number(summary.Files)]
                : words["Không khôi phục vì có sai lệch; chưa có gì được đặt vào chỗ. Dùng bản sao lưu khác, hoặc thêm --despite-findings."]);
            return summary.Check.Total == 0 ? 0 : 1;
        });
        return command;
    }
}
