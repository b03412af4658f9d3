using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using MinhBach.Accounts;
using MinhBach.Shell;

namespace MinhBach.Notifications;

/// <summary>Somebody chooses which mail to get.</summary>
[Authorize(Policies.Staff)]
internal sealed class MailChoicePage(MailChoices choices, PersonAddresses addresses, CurrentUser user, IOptions<MailOptions> options, Words words) : PageModel
{
    [BindProperty]
    public bool OwnSteps { get; set; }

    [BindProperty]
    public bool OthersSteps { get; set; }

    [BindProperty]
    public bool Week { get; set; }

    [TempData]
    public string? Said { get; set; }

    /// <summary>Where it goes; null when the account has no address.</summary>
    public string? Address { get; private set; }

    public bool IsOn => options.Value.IsOn;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var me = user.Person!.Value;
        var choice = await choices.OfAsync(me.Value, cancellation);
        (OwnSteps, OthersSteps, Week) = (choice.OwnSteps, choice.OthersSteps, choice.Week);
        Address = (await addresses.OfAsync([me.Value], cancellation)).GetValueOrDefault(me.Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await choices.SetAsync(user.Person!.Value.Value, new(OwnSteps, OthersSteps, Week), cancellation);
        Said = words["Đã lưu."];
        return RedirectToPage();
    }
}
