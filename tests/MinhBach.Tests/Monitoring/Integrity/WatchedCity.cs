using System.Collections.Concurrent;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Integrity;
using MinhBach.Tests.Dossiers;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Integrity;

/// <summary>
/// A city in which, from Tuesday 17/11/2026 to Thursday the 19th, the ward of the demo accounts did whatever makes figures look
/// better and what can be done within the rules: five patterns come from its journal.
/// </summary>
internal static class WatchedCity
{
    /// <summary>Cấp Giấy xác nhận tình trạng hôn nhân: 3 working days.</summary>
    public const string Procedure = "1.004873";

    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestCity>>> Cities = new();

    /// <summary>What its journal has.</summary>
    public static IReadOnlyList<PatternKind> Known { get; } =
        [PatternKind.LateSupplement, PatternKind.LateExtension, PatternKind.CloseAndRefile, PatternKind.AfterHours, PatternKind.SlowReception];

    /// <summary>One for tests that only look.</summary>
    public static Task<TestCity> OfAsync(DatabaseKind kind) => Cities.GetOrAdd(kind, kind => new(() => MakeAsync(kind))).Value;

    public static async Task<TestCity> MakeAsync(DatabaseKind kind)
    {
        var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var received = new List<DossierId>();
        for (var i = 0; i < 12; i++)
        {
            var change = await work.SubmitAsync(Procedure);
            received.Add(change.Id);
            await city.Service<ReceiveDossier>().RunAsync(change.Id, await ActorAsync(change.Id));
        }

        var slow = await work.SubmitAsync(Procedure);
        city.Clock.SetTo(new(2026, 11, 18), 10);
        await city.Service<WithdrawDossier>().RunAsync(received[0], "Cán bộ đề nghị nộp lại.", Story.Citizen);
        await work.SubmitAsync(Procedure);
        city.Clock.SetTo(new(2026, 11, 19), 10);
        await city.Service<ReceiveDossier>().RunAsync(slow.Id, await ActorAsync(slow.Id));
        await city.Service<RequestSupplement>().RunAsync(received[1], ["Giấy tờ tùy thân"], "Thiếu.", await ActorAsync(received[1]));
        await city.Service<ExtendDueDate>().RunAsync(received[2], new LocalDate(2026, 11, 25), "Cần xác minh.", await ActorAsync(received[2]));
        city.Clock.SetTo(new(2026, 11, 19), 18);
        // Ten steps of one desk: those of all that nothing happened to yet, and of the extended.
        foreach (var id in received.Skip(2))
        {
            var step = (await work.ViewAsync(id)).Now.First();
            await city.Service<CompleteStep>().RunAsync(id, step.Task, null, null, work.ActorFor(id, step));
            city.Clock.Advance(Duration.FromMinutes(1));
        }

        await FollowAsync(city);
        return city;

        async Task<Actor> ActorAsync(DossierId id) => work.ActorFor(id, (await work.ViewAsync(id)).Now.First());
    }

    /// <summary>Waits until everything that was committed is looked at.</summary>
    public static async Task FollowAsync(TestCity city)
    {
        await city.CatchUpAsync();
        // Elsewhere in a PostgreSQL cluster an older transaction may hold the newest entries back for a moment: then they were still
        // held back from the other readers too.
        await city.Service<IntegrityTail>().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All findings as stored.</summary>
    public static Task<List<FindingRow>> FindingsAsync(TestCity city) => city.ScopedAsync<CityDb, List<FindingRow>>(db =>
        Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Set<FindingRow>().OrderBy(finding => finding.Id), TestContext.Current.CancellationToken));
}
