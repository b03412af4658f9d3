using System.CommandLine;
using MinhBach.Shell;
using MinhBach.Transparency.Statistics;

namespace MinhBach.Commands;

/// <summary><c>log correct --reason TEXT</c>: counts published figures again and publishes corrections of those that were wrong.</summary>
internal static class LogCorrectCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var reason = new Option<string>("--reason") { Description = words["Vì sao số liệu đã công bố bị sai; câu này được ghi công khai, không nêu tên ai"], HelpName = "TEXT", Required = true };
        var command = new Command("correct", words["Đếm lại mọi số liệu và báo cáo đã công bố; cái nào sai thì công bố bản đính chính. Bản sai vẫn còn trong nhật ký."]) { reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var corrected = await app.Services.GetRequiredService<PublishFigures>().CorrectAsync(parsed.GetValue(reason)!, cancellation);
            foreach (var name in corrected) output.WriteLine(words["Đã đính chính: {0}", name]);
            if (corrected.Count == 0) output.WriteLine(words["Mọi số liệu đã công bố đều đúng."]);
            return 0;
        });
        return command;
    }
}
