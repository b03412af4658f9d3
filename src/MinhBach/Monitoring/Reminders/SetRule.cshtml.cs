using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Reminders;

/// <summary>The leader of an agency sets when its people are reminded; the office for home affairs may for any.</summary>
[Authorize(Policies.Reminders)]
internal sealed class SetRule(ReminderRules rules, CurrentUser user, OrganizationLookup organization, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "coQuan")]
    public string? AgencyCode { get; set; }

    [BindProperty, Range(0, 100)]
    public int First { get; set; }

    [BindProperty, Range(0, 100)]
    public int Second { get; set; }

    [BindProperty, Range(0, 100)]
    public int Third { get; set; }

    [BindProperty]
    public bool Daily { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    public Agency Agency { get; private set; } = null!;

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "xong")] bool done, CancellationToken cancellation)
    {
        if (Find() is not { } agency) return string.IsNullOrEmpty(AgencyCode) || organization.Current.AgencyByCode(AgencyCode) is not null ? Forbid() : NotFound();
        Agency = agency;
        var rule = await rules.OfAsync(agency.Id, cancellation);
        (First, Second, Third, Daily, Revision) = (rule.First, rule.Second, rule.Third, rule.Daily, rule.Revision);
        if (done) Done = words["Đã lưu."];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Find() is not { } agency) return Forbid();
        Agency = agency;
        if (!ModelState.IsValid) return Page();
        try
        {
            await rules.SetAsync(new(agency.Id.Value, First, Second, Third, Daily, Revision), user.Actor!, cancellation);
            return Redirect("/theo-doi/canh-bao/nguong?xong=true&coQuan=" + Uri.EscapeDataString(agency.Code));
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError(nameof(First), words[broken.Message]);
            return Page();
        }
    }

    // Their own agency for a leader; any for the office for home affairs, its own when none is named.
    private Agency? Find()
    {
        if (user.Agency is not { } own) return null;
        var asked = string.IsNullOrEmpty(AgencyCode) ? organization.Current.Agency(own) : organization.Current.AgencyByCode(AgencyCode);
        return user.HasRole(PostRole.HomeAffairs) || (user.HasRole(PostRole.Leader) && asked?.Id == own) ? asked : null;
    }
}
