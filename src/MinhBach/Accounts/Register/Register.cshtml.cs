using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MinhBach.Kernel;

namespace MinhBach.Accounts.Register;

[EnableRateLimiting(SignInLimit.Policy)]
internal sealed class RegisterModel(UserManager<Account> accounts, SignInManager<Account> signIn, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Nhập họ và tên"), StringLength(100)]
    public string? FullName { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập thư điện tử"), EmailAddress, StringLength(200)]
    public string? Email { get; set; }

    [BindProperty, Phone, StringLength(30)]
    public string? Phone { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập mật khẩu"), StringLength(200)]
    public string? Password { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var account = new Account
        {
            UserName = Email!.Trim(),
            Email = Email.Trim(),
            PhoneNumber = Phone?.Trim(),
            FullName = FullName!.Trim(),
            CreatedAt = clock.Now(),
        };
        var created = await accounts.CreateAsync(account, Password!);
        if (!created.Succeeded)
        {
            foreach (var error in created.Errors)
                ModelState.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Password) : nameof(Email), error.Description);
            return Page();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return Redirect("/tai-khoan");
    }
}
