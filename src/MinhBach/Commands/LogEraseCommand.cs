using System.CommandLine;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.Transparency.Enter;

namespace MinhBach.Commands;

/// <summary><c>log erase CODE</c>: cuts a dossier off from its entries in the log.</summary>
internal static class LogEraseCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var code = new Argument<string>("CODE") { Description = words["Mã hồ sơ"] };
        var command = new Command("erase", words["Cắt liên hệ giữa một hồ sơ và các mục của nó trong nhật ký công khai: nhật ký giữ nguyên, không ai biết đó là hồ sơ nào nữa. Không hoàn lại được."]) { code };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var asked = parsed.GetValue(code)!;
            var id = await app.Services.GetRequiredService<DossierLookup>().IdOfAsync(asked, cancellation) ?? throw new RuleBroken("log.unknownDossier", "Không có hồ sơ nào mang mã “{0}”.", asked);
            output.WriteLine(await app.Services.GetRequiredService<EraseCase>().RunAsync(id.Value, cancellation)
                ? words["Đã cắt liên hệ giữa hồ sơ {0} và nhật ký công khai.", asked]
                : words["Hồ sơ {0} chưa có mục nào trong nhật ký công khai.", asked]);
            return 0;
        });
        return command;
    }
}
