using System.CommandLine;
using MinhBach.Shell;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Commands;

/// <summary><c>log compare NOTE NOTE</c>: whether two checkpoints of a log can both be of one tree that only grows.</summary>
internal static class LogCompareCommand
{
    public static Command Make(Words words, TextWriter output)
    {
        var files = new Argument<string[]>("NOTE")
        {
            Description = words["Hai tệp điểm chốt đã ký, ví dụ của hai nhân chứng; hoặc một tệp bằng chứng"],
            Arity = new ArgumentArity(1, 2),
        };
        var key = new Option<string[]>("--key") { Description = words["Khóa (vkey) của nhật ký"], HelpName = "VKEY", Required = true };
        var log = new Option<string?>("--log") { Description = words["Địa chỉ hoặc thư mục của nhật ký có cây lớn hơn, để so hai điểm chốt khác cỡ"], HelpName = "URL|DIR" };
        var evidence = new Option<string?>("--evidence") { Description = words["Ghi bằng chứng vào tệp này nếu nhật ký tự mâu thuẫn"], HelpName = "FILE" };
        var command = new Command("compare", words["So hai điểm chốt của một nhật ký: cùng một nhật ký chỉ nối dài, hay nhật ký đã đưa ra hai lịch sử."]) { files, key, log, evidence };
        command.SetAction(parsed =>
        {
            VerifierKey[] keys = [.. parsed.GetValue(key)!.Select(LogTrustOptions.KeyOf)];
            var view = View(parsed.GetValue(files)!, keys, parsed.GetValue(log));
            output.WriteLine(view.Verdict switch
            {
                SplitVerdict.Consistent => words["Không mâu thuẫn."],
                SplitVerdict.Convicted => words["Nhật ký tự mâu thuẫn: không thể có một cây chỉ nối dài nào mang cả hai điểm chốt."],
                SplitVerdict.Unanswered => words["Chưa có gì cho thấy cây lớn nối tiếp cây nhỏ: nhật ký phải chứng minh."],
            });
            output.WriteLine(view.Reason);
            output.WriteLine();
            output.Write(view.Earlier.ToString());
            output.WriteLine();
            output.Write(view.Later.ToString());
            if (view.Verdict != SplitVerdict.Consistent && parsed.GetValue(evidence) is { } file) File.WriteAllBytes(file, view.ToBytes());
            return view.Verdict == SplitVerdict.Consistent ? 0 : 1;
        });
        return command;
    }

    private static SplitView View(string[] files, VerifierKey[] keys, string? log)
    {
        if (files.Length == 1) return SplitView.Parse(File.ReadAllBytes(files[0]), keys);
        var (one, other) = (SignedNote.Parse(File.ReadAllBytes(files[0])), SignedNote.Parse(File.ReadAllBytes(files[1])));
        return SplitView.Convict(one, other, keys, log is null ? null : new TileTree(LogAddress.Open(log), Math.Max(Checkpoint.Parse(one.Text).Size, Checkpoint.Parse(other.Text).Size)));
    }
}
