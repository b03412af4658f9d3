using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Accounts.Tokens;

[Authorize]
internal sealed class TokensPage(ApiTokens tokens, CurrentUser user, TimeProvider clock, Words words) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Đặt tên để sau này nhận ra mã"), StringLength(100)]
    public string? Name { get; set; }

    [BindProperty]
    public bool Write { get; set; }

    [BindProperty, Range(1, ApiTokens.MaxDays)]
    public int Days { get; set; } = 90;

    /// <summary>The token just made: this answer is the only place that ever shows it.</summary>
    public string? Made { get; private set; }

    public IReadOnlyList<ApiTokenRow> Tokens { get; private set; } = [];

    public bool IsAlive(ApiTokenRow token) => token.RevokedAt is null && token.LastDay >= clock.Today();

    public async Task<IActionResult> OnGetAsync()
    {
        if (user.AccountId is not { } account) return Challenge();
        Tokens = await tokens.OfAsync(account, HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (user.AccountId is not { } account) return Challenge();
        if (!ModelState.IsValid) return await OnGetAsync();
        try
        {
            Made = await tokens.IssueAsync(account, Name!.Trim(), Write ? ApiScopes.All : [ApiScopes.ReadDossiers], Days);
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError("", words.Say(broken));
        }

        Response.Headers.CacheControl = "no-store";
        return await OnGetAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id)
    {
        if (user.AccountId is not { } account) return Challenge();
        await tokens.RevokeAsync(account, id);
        return RedirectToPage();
    }
}
