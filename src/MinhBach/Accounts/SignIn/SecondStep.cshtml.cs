using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MinhBach.Shell;

namespace MinhBach.Accounts.SignIn;

[EnableRateLimiting(SignInLimit.Policy)]
internal sealed class SecondStepModel(SignInManager<Account> signIn, Words words) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Nhập mã")]
    public string? Code { get; set; }

    public string? ReturnUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/dang-nhap") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null) return Redirect("/dang-nhap");
        if (!ModelState.IsValid) return Page();
        var code = Code!.Replace(" ", "", StringComparison.Ordinal).Trim();
        var result = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (result.Succeeded) return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/tai-khoan");
        ModelState.AddModelError(nameof(Code), result.IsLockedOut
            ? words["Tài khoản tạm khóa 10 phút vì nhập sai nhiều lần. Hãy thử lại sau."]
            : words["Mã không đúng hoặc đã hết hạn. Nhập mã đang hiện trong ứng dụng."]);
        return Page();
    }
}
