using System.CommandLine;
using MinhBach.Dossiers.Check;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>check</c>: holds the tables against the journal, also while the city works.</summary>
internal static class CheckCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var command = new Command("check", words["Đối chiếu nhật ký với các bảng: chuỗi sự kiện, trạng thái, bước đang mở, ngày hẹn, mã hồ sơ, tệp; chạy được khi đang phục vụ."]);
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForLookingAsync(common.Read(parsed), cancellation);
            await app.Services.LoadOrganizationAsync(cancellation);
            var progress = new ConsoleProgress(words, output);
            var report = await app.Services.GetRequiredService<CheckDossiers>().RunAsync(new Told(progress), cancellation);
            progress.End();
            CheckText.Write(words, output, report);
            return report.Total == 0 ? 0 : 1;
        });
        return command;
    }

    private sealed class Told(ConsoleProgress progress) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) => progress.Report(new("Đang đối chiếu", value.Share));
    }
}
