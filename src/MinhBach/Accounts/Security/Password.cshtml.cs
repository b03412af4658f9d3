using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MinhBach.Shell;

namespace MinhBach.Accounts.Security;

[Authorize]
[EnableRateLimiting(SignInLimit.Policy)]
internal sealed class PasswordModel(UserManager<Account> accounts, SignInManager<Account> signIn, Words words) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu hiện tại")]
    public string? Current { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu mới")]
    public string? New { get; set; }

    [TempData]
    public string? Said { get; set; }

    public string? ReturnUrl { get; private set; }

    public bool MustChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        (ReturnUrl, MustChange) = (returnUrl, account.MustChangePassword);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        (ReturnUrl, MustChange) = (returnUrl, account.MustChangePassword);
        if (ModelState.IsValid && account.IsDemo) ModelState.AddModelError(nameof(Current), words["Tài khoản dùng thử là của chung, không đổi mật khẩu được."]);
        if (!ModelState.IsValid) return Page();
        var changed = await accounts.ChangePasswordAsync(account, Current!, New!);
        if (!changed.Succeeded)
        {
            foreach (var error in changed.Errors)
                ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(Current) : nameof(New), error.Description);
            return Page();
        }

        account.MustChangePassword = false;
        await accounts.UpdateAsync(account);
        // Everybody else who is signed in to this account is out with the new security stamp.
        await signIn.RefreshSignInAsync(account);
        Said = words["Đã đổi mật khẩu."];
        return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/tai-khoan");
    }
}
