using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.History;
using MinhBach.Tests.Dossiers;
using NodaTime;

namespace MinhBach.Tests.Monitoring;

/// <summary>
/// A city with eight dossiers of a procedure of three working days, all handed in on Tuesday 17/11/2026 and due on Friday
/// the 20th, each with another end. It is looked at on Wednesday the 25th;
/// the 24th is a holiday.
/// </summary>
internal static class KnownCity
{
    /// <summary>Cấp Giấy xác nhận tình trạng hôn nhân: 3 working days.</summary>
    public const string Procedure = "1.004873";

    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestCity>>> Cities = new();

    public static ReportingPeriod November { get; } = new(new(2026, 11, 1), new(2026, 11, 30));

    public static Task<TestCity> OfAsync(DatabaseKind kind) => Cities.GetOrAdd(kind, kind => new(() => MakeAsync(kind))).Value;

    /// <summary>Waits until everything that was committed is folded.</summary>
    public static Task CatchUpAsync(this TestCity city) => city.Services.CatchUpAsync();

    /// <summary>Waits until everything that was committed is folded.</summary>
    public static async Task CatchUpAsync(this IServiceProvider services)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            await services.GetRequiredService<JournalPump>().CatchUpAsync(TestContext.Current.CancellationToken);
            // Elsewhere in a PostgreSQL cluster an older transaction may hold the newest entries back for a moment.
            await services.GetRequiredService<HistoryTail>().CatchUpAsync(TestContext.Current.CancellationToken);
            if (await LeftAsync(services) == 0) return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The journal was not read to its end.");
    }

    private static async Task<long> LeftAsync(IServiceProvider services)
    {
        await using var connection = await services.GetRequiredService<CityDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT count(*) FROM journal_entry e
            WHERE (e.tx, e.sequence) > (SELECT coalesce(max(tx), 0), coalesce(max(sequence), 0) FROM journal_cursor WHERE name = 'monitoring.facts')
            """;
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<TestCity> MakeAsync(DatabaseKind kind)
    {
        var city = await TestCity.StartAsync(kind);
        var work = new VerbFacts.Work(city);
        var names = new[] { "early", "onTime", "late", "overdue", "extended", "waiting", "withdrawn", "declined" };
        var dossiers = new Dictionary<string, DossierId>();
        foreach (var name in names) dossiers.Add(name, (await work.SubmitAsync(Procedure)).Id);
        foreach (var name in names)
        {
            var desk = await ActorAsync(dossiers[name]);
            if (name == "declined") await city.Service<DeclineDossier>().RunAsync(dossiers[name], "Không thuộc thẩm quyền.", desk);
            else await city.Service<ReceiveDossier>().RunAsync(dossiers[name], desk);
        }

        city.Clock.SetTo(new(2026, 11, 18), 10);
        await work.FinishAsync(dossiers["early"]);
        await city.Service<RequestSupplement>().RunAsync(dossiers["waiting"], ["Giấy tờ tùy thân"], "Thiếu.", await ActorAsync(dossiers["waiting"]));
        await city.Service<WithdrawDossier>().RunAsync(dossiers["withdrawn"], "Không còn cần.", Story.Citizen);
        await city.Service<ExtendDueDate>().RunAsync(dossiers["extended"], new LocalDate(2026, 11, 25), "Cần xác minh.", await ActorAsync(dossiers["extended"]));
        city.Clock.SetTo(new(2026, 11, 20), 10);
        await work.FinishAsync(dossiers["onTime"]);
        city.Clock.SetTo(new(2026, 11, 23), 10);
        await work.FinishAsync(dossiers["late"]);
        await work.FinishAsync(dossiers["extended"]);
        city.Clock.SetTo(new(2026, 11, 25), 9);
        await city.CatchUpAsync();
        return city;

        async Task<Actor> ActorAsync(DossierId id) => work.ActorFor(id, (await work.ViewAsync(id)).Now.First());
    }
}
