using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Reminders;

/// <summary>The reminders that the asker got, the newest first.</summary>
[Authorize(Policies.Staff)]
internal sealed class MyReminders(CityDb db, WriteLanes lanes, CurrentUser user, DossierLookup dossiers, Words words) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<ReminderRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<long, string> Codes { get; private set; } = new Dictionary<long, string>();

    public string? Next { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "sau")] long? before, CancellationToken cancellation)
    {
        var me = user.Person!.Value.Value;
        var rows = await db.Set<ReminderRow>().Where(row => row.PersonId == me && (before == null || row.Id < before)).OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellation);
        Rows = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = string.Create(CultureInfo.InvariantCulture, $"/nhac-viec?sau={Rows[^1].Id}");
        Codes = await dossiers.CodesAsync(Rows.Where(row => row.DossierId != 0).Select(row => row.DossierId), cancellation);
    }

    /// <summary>Marks what was shown as read; newer ones stay unread.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] long upTo, CancellationToken cancellation)
    {
        var me = user.Person!.Value.Value;
        await lanes.RunAsync(me, session => session.Sql("UPDATE monitoring_reminder SET read_at = $1 WHERE person_id = $2 AND id <= $3 AND read_at IS NULL").With(session.Now).With(me).With(upTo).RunAsync(), cancellation);
        return Redirect("/nhac-viec");
    }

    /// <summary>What a reminder says.</summary>
    public string Text(ReminderRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (sentence, values) = ReminderText.Of(row, words.Moment);
        return words[sentence, values];
    }
}
