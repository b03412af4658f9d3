using System.Net.Mail;
using Microsoft.Extensions.Options;
using MinhBach.Shell;

namespace MinhBach.Notifications;

/// <summary>Refuses settings with which no letter could be sent, each with its own sentence.</summary>
internal sealed class MailOptionsCheck(Words words) : IValidateOptions<MailOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        !options.IsOn || Problems(options).ToList() is not { Count: > 0 } problems ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

    private IEnumerable<string> Problems(MailOptions options)
    {
        if (!MailAddress.TryCreate(options.From, out _)) yield return words["Mail:From phải là một địa chỉ thư như khong-tra-loi@thanhpho.example; đang là “{0}”.", options.From];
        if (!Uri.TryCreate(options.Site, UriKind.Absolute, out var site) || site.Scheme is not ("https" or "http"))
            yield return words["Mail:Site phải là địa chỉ của hệ thống như https://minhbach.thanhpho.example; đang là “{0}”.", options.Site];
        if (string.IsNullOrEmpty(options.User) != string.IsNullOrEmpty(options.PasswordFile)) yield return words["Mail:User và Mail:PasswordFile đi cùng nhau; đang thiếu một."];
        else if (!string.IsNullOrEmpty(options.PasswordFile) && !File.Exists(options.PasswordFile)) yield return words["Mail:PasswordFile trỏ đến “{0}”, không có tệp ấy.", options.PasswordFile];
    }
}
