using System.CommandLine;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Transparency;
using MinhBach.TransparencyLog;

namespace MinhBach.Commands;

/// <summary><c>witness</c>: cosigns public logs, for an organisation that is not the city's.</summary>
internal static class WitnessCommand
{
    private const string UsualAddress = "http://127.0.0.1:5081";

    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var name = new Option<string?>("--name") { Description = words["Tên của nhân chứng, cần ở lần chạy đầu; ví dụ nhan-chung.bao.example"], HelpName = "NAME" };
        var log = new Option<string[]>("--log") { Description = words["Khóa (vkey) của một nhật ký cần làm chứng; dùng được nhiều lần"], HelpName = "VKEY" };
        var logs = new Option<string?>("--logs") { Description = words["Tệp ghi các khóa ấy, mỗi dòng một khóa"], HelpName = "FILE" };
        var listen = new Option<string>("--listen")
        {
            Description = words["Địa chỉ nghe (mặc định: {0})", UsualAddress],
            HelpName = "URL",
            DefaultValueFactory = _ => UsualAddress,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!AddressText.IsAddress(text)) result.AddError(words["--listen: “{0}” không phải địa chỉ, ví dụ đúng: {1}.", text, UsualAddress]);
                return text;
            },
        };
        var command = new Command("witness", words["Làm nhân chứng cho nhật ký công khai: ký xác nhận nhật ký chỉ nối dài, không bị viết lại. Không cần thành phố hay cơ sở dữ liệu."]) { name, log, logs, listen };
        command.SetAction(async (parsed, cancellation) =>
        {
            VerifierKey[] watched = [.. (parsed.GetValue(log) ?? []).Select(LogTrustOptions.KeyOf), .. parsed.GetValue(logs) is { } file ? KeysIn(file) : []];
            if (watched.Length == 0) throw new RuleBroken("witness.noLogs", "Chưa biết làm chứng cho nhật ký nào: thêm --log hoặc --logs.");
            var folder = Path.Combine(common.Read(parsed).DataFolder, "witness");
            var key = WitnessKey.Open(folder, parsed.GetValue(name));
            using var desk = new WitnessDesk(folder, key, watched, TimeProvider.System) { Convicted = path => output.WriteLine(words["Một nhật ký tự mâu thuẫn. Bằng chứng: {0}. Hãy giữ kỹ và công bố.", path]) };
            await using var app = WitnessServer.Build(desk, words, parsed.GetValue(listen)!);
            await app.StartAsync(cancellation);
            output.WriteLine(words["Khóa của nhân chứng, đưa cho thành phố: {0}", desk.Key]);
            output.WriteLine(words["Làm chứng cho {0} nhật ký, nghe tại {1}; dữ liệu ở {2}. Dừng bằng Ctrl+C.", words.Number(desk.Logs().Count), string.Join(", ", app.Urls), Path.GetFullPath(folder)]);
            if (desk.Doubt() is not null) output.WriteLine(words["Đồng hồ của máy đã bị vặn lùi so với lần ký cuối: chưa ký gì cho đến khi chỉnh lại."]);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }

    // One key a line; lines of a policy do as well.
    private static IEnumerable<VerifierKey> KeysIn(string file) => File.ReadLines(file)
        .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 0 && !words[0].StartsWith('#'))
        .Select(words => LogTrustOptions.KeyOf(words[0] == "log" && words.Length > 1 ? words[1] : words[0]));
}
