using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Notifications;

/// <summary>How mail goes, for administrators: what failed last, a test message, and another try for what was given up.</summary>
[Authorize(Policies.Administer)]
internal sealed class MailPage(
    CityDb db, MailStatus status, Smtp smtp, WriteLanes lanes, PersonAddresses addresses, OrganizationLookup organization, CurrentUser user, IOptions<MailOptions> options, TimeProvider clock, Words words) : PageModel
{
    private const int Most = 50;

    [TempData]
    public string? Said { get; set; }

    /// <summary>What came of the test message when it was not taken.</summary>
    public string? Failed { get; private set; }

    public MailOptions Options => options.Value;

    public MailBacklog Backlog { get; private set; } = null!;

    public IReadOnlyList<OutboxRow> Failures { get; private set; } = [];

    /// <summary>Messages to people without an address.</summary>
    public int Unaddressed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Backlog = await status.ReadAsync(cancellation);
        Failures = await db.Set<OutboxRow>().Where(row => row.Error != null && row.State != MailState.Sent).OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancellation);
        Unaddressed = await db.Set<OutboxRow>().CountAsync(row => row.State == MailState.NoAddress, cancellation);
    }

    /// <summary>Sends a message to the asker at once.</summary>
    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        var me = user.Person!.Value.Value;
        if (!Options.IsOn) return RedirectToPage();
        if ((await addresses.OfAsync([me], cancellation)).GetValueOrDefault(me) is not { } to)
        {
            Failed = words["Tài khoản của bạn chưa có địa chỉ thư, nên không nhận được thư."];
        }
        else
        {
            var id = $"<test.{Guid.NewGuid():N}@{new System.Net.Mail.MailAddress(Options.From!).Host}>";
            var failure = await smtp.SendAsync(to, "Thư thử", $"Thư này được gửi thử từ {Options.Site} lúc {VietnameseFormats.Time(VietnameseFormats.Local(clock.Now()).TimeOfDay)}.", id, cancellation);
            if (failure is null)
            {
                Said = words["Máy chủ thư đã nhận thư thử gửi đến {0}.", to];
                return RedirectToPage();
            }

            Failed = words["Máy chủ thư không nhận: {0}", failure.Text];
        }

        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Gives what was given up a new row of tries.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellation)
    {
        var count = await lanes.RunAsync(0, session => session.Sql("UPDATE notifications_outbox SET state = 0, tries = 0, next_at = $1, ended_at = NULL WHERE state = 2").With(session.Now).RunAsync(), cancellation);
        Said = words["{0} thư sẽ được gửi lại.", count];
        return RedirectToPage();
    }

    public string NameOf(long person) => organization.Current.FindPerson(new(person))?.Name ?? words["Người {0}", person];

    public string Say(MailKind kind) => words[kind switch
    {
        MailKind.OwnStep => "Bước của người nhận",
        MailKind.OthersStep => "Bước của người khác",
        MailKind.Week => "Đầu tuần",
    }];
}
