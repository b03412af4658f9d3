using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Kernel;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

/// <summary>What the pages that change the organisation share: who acts, and how a broken rule is told.</summary>
[Authorize(OrganizationPolicy.Edit)]
internal abstract class EditPage(OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words) : PageModel
{
    public OrganizationMap Map => organization.Current;

    public LocalDate Today { get; } = clock.Today();

    [TempData]
    public string? Said { get; set; }

    protected Actor Actor => user.Actor ?? throw new InvalidOperationException("Nobody is signed in on a page that asks for it.");

    protected Words Words => words;

    /// <summary>Somebody changed the same thing since the form was opened: the page shows what is stored beside what was typed.</summary>
    public bool Collided { get; private set; }

    /// <summary>Runs a change; a broken rule becomes the page's message.</summary>
    protected async Task<bool> TryAsync(Func<Task> change, string field = "")
    {
        if (!ModelState.IsValid) return false;
        try
        {
            await change();
            return true;
        }
        catch (RuleBroken broken)
        {
            Collided = broken.Code == "organization.changed";
            ModelState.AddModelError(field, words[broken.Sentence, [.. broken.Values]]);
            return false;
        }
    }

    protected IActionResult Done(string href, string said)
    {
        Said = said;
        return Redirect(href);
    }

    /// <summary>One entry a line, empty lines dropped.</summary>
    protected static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    protected static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
