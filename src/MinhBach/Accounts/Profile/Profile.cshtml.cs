using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Accounts.Profile;

[Authorize]
internal sealed class ProfileModel(
    UserManager<Account> accounts, SignInManager<Account> signIn, CurrentUser user, OrganizationLookup organization, Words words) : PageModel
{
    [BindProperty]
    public long? Post { get; set; }

    [TempData]
    public string? Said { get; set; }

    public Account Account { get; private set; } = null!;

    public int Passkeys { get; private set; }

    public IReadOnlyList<Choice> Posts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        Account = account;
        Passkeys = (await accounts.GetPasskeysAsync(account)).Count;
        Posts = [.. user.Posts.Select(held => new Choice(held.Post.Id.ToString(), Describe(held)))];
        Post ??= user.Post?.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return Challenge();
        if (!user.Posts.Any(held => held.Post.Id.Value == Post))
        {
            ModelState.AddModelError(nameof(Post), words["Chọn một vị trí"]);
            return await OnGetAsync();
        }

        account.ChosenPostId = Post;
        await accounts.UpdateAsync(account);
        await signIn.RefreshSignInAsync(account);
        Said = words["Từ bây giờ bạn làm việc từ vị trí đã chọn."];
        return RedirectToPage();
    }

    private string Describe(HeldPost held)
    {
        var unit = organization.Current.Unit(held.Post.Unit);
        var place = $"{held.Post.Name}, {unit.Name}, {organization.Current.Agency(unit.Agency).Name}";
        return held switch
        {
            { Lent: null } => place,
            { OnBehalfOf: null } => words["{0} (thay thế)", place],
            { Lent: DelegationKind.Delegation } => words["{0} (được {1} ủy quyền)", place, held.OnBehalfOf.Name],
            _ => words["{0} (thay {1})", place, held.OnBehalfOf.Name],
        };
    }
}
