using System.CommandLine;
using System.Diagnostics;
using MinhBach.Monitoring;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>monitoring rebuild</c>: counts every figure anew from the journal's first entry.</summary>
internal static class MonitoringCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var rebuild = new Command("rebuild", words["Tính lại mọi số liệu theo dõi từ sự kiện đầu tiên của nhật ký."]);
        rebuild.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            await app.Services.LoadOrganizationAsync(cancellation);
            var begun = Stopwatch.GetTimestamp();
            var rebuilt = await app.Services.RebuildMonitoringAsync(cancellation);
            output.WriteLine(words["Đã tính lại từ nhật ký: {0} bước và {1} hồ sơ đã kết thúc, {2} hồ sơ đang mở; {3} giây.",
                words.Number(rebuilt.Steps), words.Number(rebuilt.Dossiers), words.Number(rebuilt.Open), words.Number((decimal)Stopwatch.GetElapsedTime(begun).TotalSeconds, 1)]);
            return 0;
        });
        return new("monitoring", words["Số liệu theo dõi."]) { rebuild };
    }
}
