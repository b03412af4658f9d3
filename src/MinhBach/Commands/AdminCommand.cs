using System.CommandLine;
using MinhBach.Accounts.Admin;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>admin create</c>: the first account of a real installation.</summary>
internal static class AdminCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output) =>
        new("admin", words["Quản trị cài đặt."]) { Create(common, words, output) };

    private static Command Create(CommonOptions common, Words words, TextWriter output)
    {
        var email = new Option<string>("--email") { Description = words["Thư điện tử để đăng nhập"], HelpName = "EMAIL", Required = true };
        var name = new Option<string>("--name") { Description = words["Họ và tên"], HelpName = "NAME", Required = true };
        var command = new Command("create", words["Tạo tài khoản quản trị với mật khẩu dùng một lần, in ra màn hình."]) { email, name };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = await OpenCity.ForWorkAsync(common.Read(parsed), cancellation);
            await using var scope = app.Services.CreateAsyncScope();
            var password = await scope.ServiceProvider.GetRequiredService<CreateAdministrator>()
                .RunAsync(new NewAdministrator(parsed.GetValue(email)!, parsed.GetValue(name)!, Password: null), cancellation);
            output.WriteLine(words["Đã tạo tài khoản {0}. Mật khẩu dùng một lần: {1}", parsed.GetValue(email), password]);
            return 0;
        });
        return command;
    }
}
