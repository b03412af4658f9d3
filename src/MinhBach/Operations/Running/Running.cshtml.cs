using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Notifications;
using MinhBach.Shell;
using MinhBach.Transparency;
using NodaTime;

namespace MinhBach.Operations;

/// <summary>How this node is doing, for administrators; the same figures go out by OTLP.</summary>
[Authorize(Policies.Administer)]
internal sealed class RunningModel(DatabaseHealth health, CityDatabase database, KernelMeter meter, AdmissionMeter admission, JournalLag lag, PageTimes pages, PublicLogStatus log, MailStatus mail, TimeProvider clock) : PageModel
{
    private const int MostPages = 30;

    public RunningFigures Now { get; private set; } = null!;

    /// <summary>How the public log is doing.</summary>
    public PublicLogStatus PublicLog => log;

    public IReadOnlyList<Alarm> Alarms { get; private set; } = [];

    public DatabaseKind Kind => database.Kind;

    public string Program { get; } = typeof(RunningModel).Assembly.GetName().Version?.ToString(3) ?? "";

    public Instant Since { get; } = Instant.FromDateTimeUtc(Process.GetCurrentProcess().StartTime.ToUniversalTime());

    public string Memory { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.WorkingSet >> 20} MiB");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Now = new(clock.Now(), health.IsUp, meter.Waiting, meter.Commands, meter.Commits, await LagsAsync(cancellation), FreeDisk(), admission.Total, admission.Last, log.Trouble, await MailAsync(cancellation), [.. pages.All.Take(MostPages)]);
        Alarms = [.. Operations.Alarms.Of(Now)];
    }

    // The page has to say that the database is down, so it must not need it.
    private async Task<IReadOnlyList<ConsumerLag>> LagsAsync(CancellationToken cancellation)
    {
        try
        {
            return await lag.ReadAsync(cancellation);
        }
        catch (DbException)
        {
            return [];
        }
    }

    private async Task<MailBacklog?> MailAsync(CancellationToken cancellation)
    {
        try
        {
            return await mail.ReadAsync(cancellation);
        }
        catch (DbException)
        {
            return null;
        }
    }

    private double? FreeDisk()
    {
        var drive = new DriveInfo(Path.GetFullPath(database.DataFolder));
        return drive.TotalSize > 0 ? (double)drive.AvailableFreeSpace / drive.TotalSize : null;
    }
}
