using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MinhBach.Accounts.Demo;
using MinhBach.Shell;

namespace MinhBach.Accounts.SignIn;

[EnableRateLimiting(SignInLimit.Policy)]
internal sealed class SignInModel(SignInManager<Account> signIn, UserManager<Account> accounts, DemoMode demo, Words words) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Nhập thư điện tử")]
    public string? Email { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu")]
    public string? Password { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    public string? ReturnUrl { get; private set; }

    public IReadOnlyList<DemoAccount> Demo => demo.IsOn ? DemoAccounts.All : [];

    public IActionResult OnGet(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        if (!ModelState.IsValid) return Page();
        if (await AccountOfAsync(Email!.Trim()) is { } account)
        {
            var result = await signIn.PasswordSignInAsync(account, Password!, Remember, lockoutOnFailure: true);
            if (result.Succeeded) return Onwards(account, returnUrl);
            if (result.RequiresTwoFactor) return Redirect(QueryString("/dang-nhap/xac-thuc", returnUrl));
            if (result.IsLockedOut) return Refuse(words["Tài khoản tạm khóa 10 phút vì nhập sai nhiều lần. Hãy thử lại sau."]);
        }
        else
        {
            // As slow as a real account, so that time does not tell which addresses exist.
            signIn.UserManager.PasswordHasher.HashPassword(new Account { FullName = "" }, Password!);
        }

        return Refuse(words["Thư điện tử hoặc mật khẩu không đúng"]);
    }

    public async Task<IActionResult> OnPostDemoAsync(string? key, string? returnUrl)
    {
        if (Demo.FirstOrDefault(demo => demo.Key == key) is not { } chosen || await accounts.FindByNameAsync(chosen.Email) is not { IsDemo: true } account)
            return NotFound();
        await signIn.SignInAsync(account, isPersistent: false);
        return Onwards(account, returnUrl);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? returnUrl)
    {
        ReturnUrl = returnUrl;
        ModelState.Clear();
        if (string.IsNullOrEmpty(credential)) return Refuse(words["Chưa dùng được khóa truy cập. Hãy thử lại hoặc nhập mật khẩu."]);
        var assertion = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!assertion.Succeeded || await accounts.IsLockedOutAsync(assertion.User) || assertion.User is { IsDemo: true } && !demo.IsOn)
            return Refuse(words["Chưa dùng được khóa truy cập. Hãy thử lại hoặc nhập mật khẩu."]);
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: false);
        return Onwards(assertion.User, returnUrl);
    }

    // An account of the demo opens nothing in a real city, should the database have been taken over.
    private async Task<Account?> AccountOfAsync(string name) =>
        await accounts.FindByNameAsync(name) is { } account && (!account.IsDemo || demo.IsOn) ? account : null;

    private IActionResult Onwards(Account account, string? returnUrl)
    {
        if (account.MustChangePassword) return Redirect(QueryString("/tai-khoan/mat-khau", returnUrl));
        return Redirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/tai-khoan");
    }

    private PageResult Refuse(string sentence)
    {
        ModelState.AddModelError(nameof(Email), sentence);
        return Page();
    }

    private static string QueryString(string path, string? returnUrl) =>
        returnUrl is null ? path : path + Microsoft.AspNetCore.Http.QueryString.Create("returnUrl", returnUrl);
}
