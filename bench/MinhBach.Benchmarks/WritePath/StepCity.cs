using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Starter;
using MinhBach.Procedures;
using MinhBach.Transparency;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;

namespace MinhBach.Benchmarks.WritePath;

/// <summary>
/// The real application with the starter organisation, its procedures and a supply of dossiers that were received; its
/// officers complete their steps one after the other, by the real rules and with a key against repetition.
/// </summary>
internal sealed class StepCity : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DossierDesk desk;
    private readonly SubmitDossier submit;
    private readonly Demand demand;
    private readonly Offices offices;
    private readonly Lock asking = new();
    private readonly ConcurrentQueue<Work> supply = new();
    private readonly Work?[] inHand = new Work?[256];
    private readonly string round = Guid.NewGuid().ToString("N");
    private int drawn;
    private long keys;

    private StepCity(WebApplication app)
    {
        this.app = app;
        desk = app.Services.GetRequiredService<DossierDesk>();
        submit = app.Services.GetRequiredService<SubmitDossier>();
        var today = app.Services.GetRequiredService<TimeProvider>().Now().DateInCity();
        var map = app.Services.GetRequiredService<OrganizationLookup>().Current;
        demand = new Demand(app.Services.GetRequiredService<ProcedureCatalog>(), map, seed: 1, today);
        offices = new Offices(map, today);
    }

    /// <summary>Opens the city on a database, and founds it where the database is empty.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="postgres">Connection string; null means SQLite in the folder.</param>
    public static async Task<StepCity> OpenAsync(string folder, string? postgres)
    {
        var app = City.Build(new CityOptions { DataFolder = folder, Database = postgres }, builder => builder.Logging.ClearProviders());
        await app.PrepareAsync();
        await app.Services.GetRequiredService<OrganizationSeeder>().SeedAsync(
            post => new(string.Create(CultureInfo.InvariantCulture, $"{post.Post.Name} {post.Number} {post.Agency.Code}")), demo: true);
        return new StepCity(app);
    }

    /// <summary>Hands in and receives dossiers until so many wait to be worked on.</summary>
    public async Task SupplyAsync(int wanted)
    {
        // As many at once as one group of the lane takes.
        while (supply.Count < wanted) await Task.WhenAll(Enumerable.Range(0, 256).Select(_ => HandInAsync()));
    }

    /// <summary>The caller completes the next step of the dossier in its hand.</summary>
    public async Task StepAsync(int caller)
    {
        if (inHand[caller] is not { } work && !supply.TryDequeue(out work)) throw new InvalidOperationException("The supply of dossiers ran out.");
        var step = work.Open.Dequeue();
        var officer = OfficerFor(step, work);
        if (step.Role == StepRoles.Specialist) work.Appraiser = officer.PersonId;
        var key = string.Create(CultureInfo.InvariantCulture, $"step:{round}:{Interlocked.Increment(ref keys)}");
        Note(work, await desk.RunAsync(work.Id, officer, decision => decision.CompleteStep(step.Task, choice: null, note: null), work.Revision, new IdempotencyKey(key, "step")));
        inHand[caller] = work.Open.Count > 0 ? work : null;
    }

    /// <summary>Publishes everything that is in the journal now.</summary>
    public Task PublishAllAsync() => app.Services.GetRequiredService<PublishLog>().CatchUpAsync();

    /// <summary>Publishes as the running program does, until it is stopped.</summary>
    /// <param name="stop">Stops it.</param>
    /// <param name="shown">Told at each checkpoint how long its oldest new event had waited, and how many are new.</param>
    public async Task PublishUntilAsync(CancellationToken stop, Action<TimeSpan, long>? shown = null)
    {
        var (publish, status) = (app.Services.GetRequiredService<PublishLog>(), app.Services.GetRequiredService<PublicLogStatus>());
        var pace = app.Services.GetRequiredService<LogPace>();
        while (!stop.IsCancellationRequested)
        {
            var (before, began) = (status.Head.Size, Stopwatch.GetTimestamp());
            var published = await publish.TryAsync(CancellationToken.None);
            if (status.Head.Size > before && shown is not null) await TellAsync(before, status.Head.Size - before, shown);
            await Task.Delay(pace.After(published, Stopwatch.GetElapsedTime(began)), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task TellAsync(long first, long count, Action<TimeSpan, long> shown)
    {
        var now = app.Services.GetRequiredService<TimeProvider>().Now();
        var oldest = (await app.Services.GetRequiredService<EntryStore>().FromAsync(first, 1, CancellationToken.None))[0];
        shown((now - LogEntryJson.Read(Encoding.UTF8.GetBytes(oldest)).At).ToTimeSpan(), count);
    }

    private async Task HandInAsync()
    {
        var dice = Dice.For(seed: 1, Interlocked.Increment(ref drawn));
        Want want;
        Actor officer;
        lock (asking)
        {
            want = demand.Draw(dice);
            officer = offices.AtTheDesk(want.Agency.Id, want.Procedure.Field).Actor;
        }

        var change = await submit.RunAsync(DemoCity.Applicants.Submission(want, dice), officer, receive: true);
        var work = new Work(change.Id);
        Note(work, change);
        if (work.Open.Count > 0) supply.Enqueue(work);
    }

    // What is to be handed over to the applicant is no step that is completed.
    private static void Note(Work work, DossierChange change)
    {
        work.Revision = change.Revision;
        var decided = change.Status is not (DossierStatus.Received or DossierStatus.Processing);
        if (decided) work.Open.Clear();
        foreach (var opened in change.Events.OfType<StepOpened>())
        {
            if (!decided && opened.Task > 0) work.Open.Enqueue(opened);
        }
    }

    private Actor OfficerFor(StepOpened step, Work work)
    {
        var approves = step.Role is StepRoles.HeadOfUnit or StepRoles.Leader;
        lock (asking) return offices.For(step.Agency, step.Unit, step.Role, approves ? work.Appraiser : null).Actor;
    }

    private sealed class Work(DossierId id)
    {
        public DossierId Id => id;

        public long Revision { get; set; }

        public Queue<StepOpened> Open { get; } = [];

        /// <summary>May not approve what they appraised.</summary>
        public long? Appraiser { get; set; }
    }
}
