using System.CommandLine;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Transparency;

namespace MinhBach.Commands;

/// <summary><c>log monitor URL</c>: verifies again and again, and wakes somebody.</summary>
internal static class LogMonitorCommand
{
    private static readonly MonitorOptions Usual = new();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions Json = new(KernelJson.Options) { WriteIndented = true };

    public static Command Make(Words words, TextWriter output)
    {
        var log = new Argument<string>("URL|DIR") { Description = words["Địa chỉ hoặc thư mục của nhật ký công khai"] };
        var trust = new LogTrustOptions(words);
        var every = DurationText.Option(words, "--every", words["Cách nhau bao lâu thì xem một lần (mặc định: {0})", "15m"], Usual.Every);
        var stale = DurationText.Option(words, "--stale", words["Nhật ký không dài thêm hoặc không truy cập được quá lâu thì báo (mặc định: {0})", "1h"], Usual.Stale);
        var full = DurationText.Option(words, "--full", words["Cách nhau bao lâu thì đọc lại toàn bộ (mặc định: {0})", "1d"], Usual.Full);
        var alert = new Option<string?>("--alert") { Description = words["Chương trình chạy khi có điều cần báo; nội dung ở biến môi trường MINHBACH_ALERT_…"], HelpName = "PROGRAM" };
        var webhook = new Option<Uri?>("--webhook") { Description = words["Địa chỉ nhận JSON (POST) khi có điều cần báo"], HelpName = "URL", CustomParser = result => AddressOf(words, result) };
        var status = new Option<string?>("--status") { Description = words["Ghi kết quả lần xem gần nhất vào tệp JSON này"], HelpName = "FILE" };
        var command = new Command("monitor", words["Theo dõi một nhật ký công khai: kiểm tra định kỳ, báo ngay khi thấy sai hoặc nhật ký im lặng."]) { log, every, stale, full, alert, webhook, status };
        trust.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var address = parsed.GetValue(log)!;
            using var http = new HttpClient { Timeout = Patience };
            var watched = new WatchedLog(address, LogAddress.Open(address, cancellation), trust.Trust(parsed), trust.Store(parsed), TimeProvider.System);
            var options = new MonitorOptions { Every = parsed.GetValue(every), Stale = parsed.GetValue(stale), Full = parsed.GetValue(full) };
            var monitor = new LogMonitor(address, watched, options, Ways(parsed.GetValue(alert), parsed.GetValue(webhook), http), words, TimeProvider.System);
            try
            {
                while (true)
                {
                    var round = await monitor.LookAsync(cancellation);
                    Tell(words, output, round);
                    if (parsed.GetValue(status) is { } file) Write(words, file, round);
                    await Task.Delay(options.Every.ToTimeSpan(), TimeProvider.System, cancellation);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return 0;
            }
        });
        return command;
    }

    private static IReadOnlyList<IAlertWay> Ways(string? program, Uri? webhook, HttpClient http) =>
        [.. program is null ? [] : (IAlertWay[])[new AlertCommand(program)], .. webhook is null ? [] : (IAlertWay[])[new AlertWebhook(http, webhook)]];

    private static void Tell(Words words, TextWriter output, MonitorRound round)
    {
        if (round.Report is { } report)
        {
            output.WriteLine(words["{0}: {1} mục, {2} phát hiện.", words.Moment(round.At), words.Number(report.Head?.Size ?? 0), words.Number(report.Findings.Total)]);
            foreach (var finding in report.Findings.Kept.Take(10)) output.WriteLine("  " + words.Say(finding));
            if (report.Evidence is { } evidence) output.WriteLine("  " + words["Bằng chứng (hai điểm chốt cùng được ký): {0}. Hãy giữ kỹ và công bố.", evidence]);
        }
        else
        {
            output.WriteLine(words["{0}: không truy cập được nhật ký: {1}", words.Moment(round.At), round.Unreachable]);
        }

        if (round.IsStale) output.WriteLine("  " + words["Nhật ký im lặng từ {0}.", words.Moment(round.GrownAt)]);
        foreach (var untold in round.Untold) output.WriteLine("  " + words["Chưa báo được, lần sau báo lại: {0}", untold]);
    }

    private static void Write(Words words, string file, MonitorRound round)
    {
        var aside = file + ".part";
        File.WriteAllText(aside, JsonSerializer.Serialize(
            new { round.At, round.ReachedAt, round.GrownAt, round.IsStale, round.Unreachable, round.Untold, report = round.Report is { } report ? LogVerifyJson.Of(words, report) : null }, Json));
        File.Move(aside, file, overwrite: true);
    }

    private static Uri? AddressOf(Words words, System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
        result.AddError(words["--webhook: “{0}” không phải địa chỉ http(s).", text]);
        return null;
    }
}
