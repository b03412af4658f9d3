using Microsoft.AspNetCore.Identity;
using MinhBach.Shell;

namespace MinhBach.Accounts;

/// <summary>What is wrong with a password or name, told so that the person knows what to do.</summary>
internal sealed class VietnameseIdentityErrors(Words words) : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), words["Dùng mật khẩu dài ít nhất {0} ký tự", length]);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), words["Dùng ít nhất {0} ký tự khác nhau trong mật khẩu", uniqueChars]);

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), words["Mật khẩu hiện tại không đúng"]);

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), words["Đã có tài khoản dùng thư điện tử này. Hãy đăng nhập."]);

    public override IdentityError DuplicateEmail(string email) => Say(nameof(DuplicateEmail), words["Đã có tài khoản dùng thư điện tử này. Hãy đăng nhập."]);

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), words["Nhập địa chỉ thư điện tử hợp lệ, ví dụ ten@example.vn"]);

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), words["Nhập địa chỉ thư điện tử hợp lệ, ví dụ ten@example.vn"]);

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), words["Tài khoản vừa được thay đổi ở nơi khác. Tải lại trang rồi thử lại."]);

    public override IdentityError DefaultError() => Say(nameof(DefaultError), words["Chưa làm được. Hãy thử lại."]);

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}

/// <summary>Passwords that are tried first by whoever guesses.</summary>
internal sealed class CommonPasswords(Words words) : IPasswordValidator<Account>
{
    private static readonly string[] Weak = ["password", "matkhau", "12345678", "qwerty", "hanoi", "vietnam", "abcdef", "iloveyou", "admin"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var low = password?.ToUpperInvariant() ?? "";
        // A common word is weak when little else is there; an own mailbox name likewise.
        var weak = Weak.Append(user.UserName?.Split('@')[0] ?? "").Any(word => word.Length > 3
            && low.Contains(word.ToUpperInvariant(), StringComparison.Ordinal) && low.Length - word.Length < 6);
        return Task.FromResult(weak
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = words["Mật khẩu này dễ đoán. Hãy dùng một câu dài mà chỉ bạn nhớ."] })
            : IdentityResult.Success);
    }
}
