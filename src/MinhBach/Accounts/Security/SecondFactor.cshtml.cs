using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MinhBach.Shell;
using QRCoder;

namespace MinhBach.Accounts.Security;

[Authorize]
[EnableRateLimiting(SignInLimit.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SecondFactorModel(UserManager<Account> accounts, SignInManager<Account> signIn, Words words) : PageModel
{
    [BindProperty, StringLength(10)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>The secret in groups of four, as apps ask for it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The QR code as a picture inside the page: no other site learns the secret.</summary>
    public string Picture { get; private set; } = "";

    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await accounts.GetUserAsync(User) is { } account ? await ShowAsync(account) : Challenge();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            ModelState.AddModelError(nameof(Code), words["Mã không đúng hoặc đã hết hạn. Nhập mã đang hiện trong ứng dụng."]);
            return await ShowAsync(account);
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        RecoveryCodes = [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? []];
        await signIn.RefreshSignInAsync(account);
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (!await accounts.CheckPasswordAsync(account, Password ?? ""))
        {
            ModelState.AddModelError(nameof(Password), words["Mật khẩu hiện tại không đúng"]);
            return await ShowAsync(account);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return RedirectToPage();
    }

    private async Task<PageResult> ShowAsync(Account account)
    {
        IsOn = account.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await accounts.CountRecoveryCodesAsync(account);
            return Page();
        }

        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            key = await accounts.GetAuthenticatorKeyAsync(account);
            // A new secret is a new security stamp: this visit goes on with it.
            await signIn.RefreshSignInAsync(account);
        }

        Key = string.Join(' ', key!.Chunk(4).Select(four => new string(four)));
        var uri = $"otpauth://totp/{Uri.EscapeDataString("Minh Bạch")}:{Uri.EscapeDataString(account.Email ?? account.FullName)}?secret={key}&issuer={Uri.EscapeDataString("Minh Bạch")}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(Encoding.UTF8.GetBytes(uri), QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        Picture = "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6));
        return Page();
    }
}
