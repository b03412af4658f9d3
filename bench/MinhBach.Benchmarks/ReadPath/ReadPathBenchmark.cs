using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Organization;
using MinhBach.Procedures.Search;
using MinhBach.Shell;
using Npgsql;

namespace MinhBach.Benchmarks.ReadPath;

/// <summary>What people look at most, read by the product's own queries from a city of a million dossiers, by one user and by sixteen.</summary>
internal sealed class ReadPathBenchmark : IBenchmark
{
    private const int Many = 16;
    private const int DefaultDossiers = 1_000_000;

    public string Verb => "read-path";

    public string About => "inbox, tracking, search and public figures over a city of --dossiers N (default a million)";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var dossiers = options.Dossiers ?? DefaultDossiers;
        var folder = KeptCity.Folder(options, dossiers);
        if (options.Only is null or "sqlite") await MeasureAsync("sqlite", Path.Combine(folder, "sqlite"), dossiers, postgres: null);
        if (options.Only is null or "postgres")
        {
            await using var server = await PostgresServer.StartAsync(Path.Combine(folder, "postgres"));
            if (server is null) Console.WriteLine("PostgreSQL is not measured: initdb and pgbench are not here.");
            else await MeasureAsync("postgres", Path.Combine(folder, "postgres-files"), dossiers, server.ConnectionString("postgres"));
            NpgsqlConnection.ClearAllPools();
        }
    }

    private static async Task MeasureAsync(string name, string folder, int dossiers, string? postgres)
    {
        await using var app = await KeptCity.OpenAsync(folder, dossiers, postgres);
        var cases = await CasesAsync(app);
        Console.WriteLine(FormattableString.Invariant($"{name}, {dossiers:N0} dossiers, {await CountAsync(app, "journal_entry"):N0} events"));
        Console.WriteLine($"{"",-28}{"users",8}{"p50 ms",10}{"p95 ms",10}{"max ms",10}{"asked",8}");
        foreach (var (title, run, alone, together) in cases)
        {
            var one = await Answers.OfAsync(app.Services, users: 1, run);
            one.Print(title, users: 1);
            var all = together is null ? null : await Answers.OfAsync(app.Services, Many, run);
            all?.Print(title, Many);
            Console.WriteLine(FormattableString.Invariant($"ratio {name}-{title}-1-p95-ms {one.At(0.95):0.##} goal <={alone}"));
            if (all is not null) Console.WriteLine(FormattableString.Invariant($"ratio {name}-{title}-{Many}-p95-ms {all.At(0.95):0.##} goal <={together}"));
        }
    }

    private static async Task<List<ReadCase>> CasesAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        var map = app.Services.GetRequiredService<OrganizationLookup>().Current;
        var today = app.Services.GetRequiredService<TimeProvider>().Now().DateInCity();
        // Whoever leads the busiest commune sees the desks of all its units, and nothing of the rest of the city.
        var agency = await db.Set<TaskRow>().Where(task => task.EndedAt == null).GroupBy(task => task.AgencyId)
            .OrderByDescending(group => group.Count()).Select(group => group.Key).ToListAsync();
        var commune = agency.First(id => map.FindAgency(new(id))!.Level == AgencyLevel.Commune);
        var leader = map.UnitsOf(new(commune), today).SelectMany(unit => map.PostsOf(unit.Id, today)).First(post => post.Role == PostRole.Leader && map.HolderOf(post.Id, today) is not null);
        var person = map.HolderOf(leader.Id, today)!;
        CurrentUser User() => new(
            new ClaimsPrincipal(new ClaimsIdentity([new(AccountClaims.Person, person.Id.ToString()), new(AccountClaims.Post, leader.Id.ToString())], "bench")), map, today);

        var codes = await db.Set<DossierRow>().OrderBy(row => row.Code).Select(row => row.Code).ToListAsync();
        var procedure = await db.Set<DossierRow>().Where(row => row.AgencyId == commune).GroupBy(row => row.ProcedureId).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstAsync();
        InboxQuery Inbox(IServiceProvider services) => new(
            services.GetRequiredService<CityDb>(), User(), app.Services.GetRequiredService<CityCalendars>(), app.Services.GetRequiredService<TimeProvider>());
        ReadCase List(string title, InboxFilter filter, InboxCursor? after = null) =>
            new(title, async (services, _) => (await Inbox(services).PageAsync(filter, after, InboxQuery.PageSize)).Rows.Count, 20, 60);

        var second = (await Inbox(scope.ServiceProvider).PageAsync(new(InboxTab.Agency), null, InboxQuery.PageSize)).Next;
        var lookup = app.Services.GetRequiredService<DossierLookup>();
        var search = app.Services.GetRequiredService<ProcedureSearch>();
        var measure = app.Services.GetRequiredService<OnTime>();
        var words = new Words();
        string[] queries = ["đăng ký khai sinh", "dang ky ket hon", "giấy phép xây dựng nhà ở", "tam tru", "cấp", "1.001193"];
        return
        [
            List("inbox", new(InboxTab.Agency)),
            List("inbox-search", new(InboxTab.Agency, Text: "nguyễn văn")),
            List("inbox-filters", new(InboxTab.Agency, Procedure: procedure, Status: DossierStatus.Processing)),
            List("inbox-overdue", new(InboxTab.Agency, Due: DueWindow.Overdue)),
            List("inbox-done", new(InboxTab.Done)),
            List("inbox-next-page", new(InboxTab.Agency), second),
            new("tracking", async (_, number) => await TrackAsync(app, lookup, codes[(int)(number * 7919L % codes.Count)], map, words), 10, null),
            new("procedure-search", (_, number) => Task.FromResult(search.Find(new(queries[number % queries.Length])).Total), 10, null),
            new("public-figures", (_, number) => Task.FromResult(measure.Board(ReportingPeriod.YearTo(today.PlusDays(-(number % 60))), Grouping.Agency).Groups.Count), 20, null),
        ];
    }

    // What the page is made of, without its HTML.
    private static async Task<int> TrackAsync(WebApplication app, DossierLookup lookup, string code, OrganizationMap map, Words words)
    {
        var dossier = (await lookup.FindAsync(code))!;
        var lines = new TimelineOf(dossier, map, words, isFull: false, app.Services.GetRequiredService<TimeProvider>().Now()).Lines().Count;
        if (dossier.Clock is { } clock) GC.KeepAlive(DueStory.Of(clock, app.Services.GetRequiredService<CityCalendars>().For(new(dossier.Agency))));
        return lines;
    }

    private static async Task<long> CountAsync(WebApplication app, string table)
    {
        await using var connection = await app.Services.GetRequiredService<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <param name="Title">Its name in the table.</param>
    /// <param name="Run">Asks once, with the services of a request and the number of the question.</param>
    /// <param name="Alone">The most milliseconds for 95 of 100 answers to one user.</param>
    /// <param name="Together">The same for sixteen users; null when nothing is promised.</param>
    private sealed record ReadCase(string Title, Func<IServiceProvider, int, Task<int>> Run, int Alone, int? Together);
}
