using System.CommandLine;
using MinhBach.Shell;
using MinhBach.Transparency.Grow;

namespace MinhBach.Commands;

/// <summary><c>log new-key --reason WORD</c>: gives the city's log a new key.</summary>
internal static class LogKeyCommand
{
    private static readonly string[] Reasons = ["rotation", "lost", "stolen"];

    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var reason = new Option<string>("--reason")
        {
            Description = words["Vì sao: rotation (thay định kỳ), lost (mất) hoặc stolen (lộ)"],
            HelpName = string.Join('|', Reasons),
            Required = true,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (!Reasons.Contains(text, StringComparer.Ordinal)) result.AddError(words["--reason: “{0}” không phải rotation, lost hoặc stolen.", text]);
                return text;
            },
        };
        var command = new Command("new-key", words["Tạo khóa mới để ký nhật ký công khai của Thành phố; phải dừng phục vụ trước. Khóa cũ còn tệp thì vẫn ký kèm."]) { reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            var key = await app.Services.GetRequiredService<ReplaceLogKey>().RunAsync(parsed.GetValue(reason)!, cancellation);
            output.WriteLine(words["Khóa mới, cần báo cho mọi nhân chứng và công bố ở nơi khác ngoài trang này: {0}", key]);
            return 0;
        });
        return command;
    }
}
