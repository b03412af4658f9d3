using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Organization;
using MinhBach.Organization.Starter;
using MinhBach.Shell;

namespace MinhBach;

/// <summary>What happens between the start of the program and the opening of the city.</summary>
public static class CityStart
{
    private const string Making = "making";

    /// <summary>Prepares the database, fills an empty one, and opens the city.</summary>
    /// <param name="app">The application; it may be answering already.</param>
    /// <param name="options">What the command line decided.</param>
    /// <param name="plan">The demo city to make in an empty database; null for a real installation: organisation and catalogue without people.</param>
    /// <param name="progress">Told what is being done, beside the waiting page.</param>
    /// <param name="cancellation">Stops; the next start begins anew.</param>
    /// <returns>What was made; null when the database was not empty or no demo city was asked for.</returns>
    public static async Task<DemoCitySummary?> FillAsync(
        WebApplication app, CityOptions options, DemoCityPlan? plan, IProgress<StartProgress> progress, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var readiness = app.Services.GetRequiredService<CityReadiness>();
        progress = new Both(readiness, progress);
        progress.Report(new("Đang chuẩn bị cơ sở dữ liệu"));
        var database = app.Services.GetRequiredService<CityDatabase>();
        await using var alone = await StartTurn.TakeAsync(database, cancellation);
        await database.PrepareAsync(cancellation);
        if (Directory.Exists(Path.Combine(options.DataFolder, Making))) Directory.Delete(Path.Combine(options.DataFolder, Making), recursive: true);
        await app.Services.GetRequiredService<UnfinishedCity>().ForgetAsync(cancellation);
        await database.TellDamageAsync(() => app.Services.GetRequiredService<JournalTail>().RequireSoundAsync(cancellation));
        await UncollectedLoading.RunAsync(() => app.LoadAsync(cancellation));
        DemoCitySummary? made = null;
        if (IsEmpty(app))
        {
            var now = app.Services.GetRequiredService<TimeProvider>().Now();
            // A real installation begins with all posts vacant: an administrator appoints the people.
            if (plan is null) await app.Services.GetRequiredService<OrganizationSeeder>().SeedAsync(fill: null, demo: false, cancellation);
            else made = await MakeAsync(database, options, plan with { Until = plan.Until ?? now }, progress, cancellation);
            app.Services.GetRequiredService<WriteLanes>().Reconnect();
            await app.LoadAsync(cancellation);
        }

        readiness.Open();
        return made;
    }

    /// <summary>Whether nobody has put anything in yet.</summary>
    public static bool IsEmpty(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.GetRequiredService<OrganizationLookup>().IsEmpty;
    }

    // The city is made by an application of its own, whose clock is the simulation's. On SQLite it is made beside the real
    // file and put in its place when it is whole; on PostgreSQL a row says that it is unfinished.
    private static async Task<DemoCitySummary> MakeAsync(
        CityDatabase database, CityOptions options, DemoCityPlan plan, IProgress<StartProgress> progress, CancellationToken cancellation)
    {
        var sqlite = database.Kind == DatabaseKind.Sqlite;
        var workshop = sqlite ? options with { DataFolder = Path.Combine(options.DataFolder, Making) } : options;
        DemoCitySummary made;
        await using (var maker = City.Build(workshop, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Configure<KernelOptions>(kernel => (kernel.WaitForDisk, kernel.BatchSize) = (false, 4096));
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new SimulatedClock(plan.From)));
        }))
        {
            await maker.PrepareAsync(cancellation);
            // Figures are folded beside the making, on the other core.
            maker.Services.HoldFigures();
            var pump = maker.Services.GetRequiredService<JournalPump>();
            await pump.StartAsync(cancellation);
            made = await maker.Services.GetRequiredService<MakeDemoCity>().RunAsync(plan, new Told(progress), cancellation);
            progress.Report(new("Đang tính số liệu"));
            await pump.StopAsync(cancellation);
            await pump.CatchUpAsync(cancellation);
            await maker.Services.ReleaseFiguresAsync();
            var period = new ReportingPeriod(plan.From.DateInCity(), plan.Until!.Value.DateInCity());
            made = made with { OnTimeRate = maker.Services.GetRequiredService<OnTime>().Board(period, Grouping.Agency).Total.OnTimeRate };
            await maker.Services.GetRequiredService<UnfinishedCity>().FinishAsync(cancellation);
        }

        if (sqlite) await PutInPlaceAsync(workshop.DataFolder, options.DataFolder);
        return made;
    }

    private static async Task PutInPlaceAsync(string workshop, string folder)
    {
        var made = Path.Combine(workshop, "city.db");
        await SqliteFile.SettleAsync(made);
        SqliteConnection.ClearAllPools();
        var place = Path.Combine(folder, "city.db");
        File.Delete(place + "-wal");
        File.Delete(place + "-shm");
        File.Move(made, place, overwrite: true);
        Directory.Delete(workshop, recursive: true);
    }

    private sealed class Told(IProgress<StartProgress> progress) : IProgress<MakingProgress>
    {
        public void Report(MakingProgress value) =>
            progress.Report(new("Đang tạo thành phố mẫu: {0} hồ sơ, đến ngày {1}", value.Share, value.Dossiers, VietnameseFormats.Date(value.Day)));
    }

    private sealed class Both(CityReadiness readiness, IProgress<StartProgress> other) : IProgress<StartProgress>
    {
        public void Report(StartProgress value)
        {
            readiness.Report(value);
            other.Report(value);
        }
    }
}
