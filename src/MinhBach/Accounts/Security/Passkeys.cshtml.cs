using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Accounts.Security;

internal sealed record ShownPasskey(string Id, string Name, Instant Made);

[Authorize]
internal sealed class PasskeysModel(UserManager<Account> accounts, SignInManager<Account> signIn, Words words) : PageModel
{
    private const int Most = 10;

    [BindProperty, StringLength(60)]
    public string? Name { get; set; }

    public IReadOnlyList<ShownPasskey> Keys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() =>
        await accounts.GetUserAsync(User) is { } account ? await ShowAsync(account) : Challenge();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new() { Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Name = account.Email ?? account.FullName, DisplayName = account.FullName });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (account.IsDemo) return await RefuseAsync(account, words["Tài khoản dùng thử là của chung, không gắn khóa truy cập được."]);
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most) return await RefuseAsync(account, words["Mỗi tài khoản có nhiều nhất {0} khóa.", Most]);
        if (string.IsNullOrEmpty(credential)) return await RefuseAsync(account, words["Chưa tạo được khóa truy cập. Hãy thử lại."]);
        var attested = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!attested.Succeeded) return await RefuseAsync(account, words["Chưa tạo được khóa truy cập. Hãy thử lại."]);
        attested.Passkey.Name = string.IsNullOrWhiteSpace(Name) ? words["Khóa truy cập"] : Name.Trim();
        await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (id is null || !Base64Url.IsValid(id)) return NotFound();
        await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(id));
        return RedirectToPage();
    }

    private async Task<IActionResult> RefuseAsync(Account account, string sentence)
    {
        ModelState.AddModelError(nameof(Name), sentence);
        return await ShowAsync(account);
    }

    private async Task<PageResult> ShowAsync(Account account)
    {
        Keys = [.. (await accounts.GetPasskeysAsync(account)).Select(key =>
            new ShownPasskey(Base64Url.EncodeToString(key.CredentialId), key.Name ?? words["Khóa truy cập"], Instant.FromDateTimeOffset(key.CreatedAt)))];
        return Page();
    }
}
