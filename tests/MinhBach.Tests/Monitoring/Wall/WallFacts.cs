using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Wall;
using MinhBach.Shell;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;

namespace MinhBach.Tests.Monitoring.Wall;

public sealed class WallFacts
{
    private const string Page = "/theo-doi/man-hinh";
    private const string Live = "/theo-doi/man-hinh/truc-tiep";

    [Theory, BothDatabases]
    public async Task Every_number_is_the_one_of_the_board_or_list_it_leads_to(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var today = city.Clock.Now.DateInCity();
        var year = city.Service<OnTime>().Board(ReportingPeriod.YearTo(today), Grouping.Agency).Total;
        var day = city.Service<OnTime>().Board(new(today, today), Grouping.Agency).Total;

        var page = await visitor.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        string Shown(string code) => page.Document.QuerySelector($"[data-count={code}]")!.TextContent;
        Assert.Equal(
            new[] { day.Received, day.Done, year.Pending, year.PendingOverdue, year.Waiting, year.RateCount }.Select(count => $"{count}"),
            new[] { "received", "done", "open", "overdue", "waiting", "n" }.Select(Shown));
        Assert.Equal(VietnameseRate(year), Shown("rate"));
        // A city where nothing is late or waits would prove nothing.
        Assert.True(year is { Pending: > 0, Waiting: > 0, DoneLate: > 0 });
        foreach (var link in page.Document.QuerySelectorAll("dd a"))
        {
            var behind = await visitor.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(HttpStatusCode.OK, behind.Status);
            if (behind.Path.StartsWith("/cong-khai/ho-so", StringComparison.Ordinal))
                Assert.Equal(int.Parse(link.TextContent, System.Globalization.CultureInfo.InvariantCulture), behind.Document.QuerySelectorAll("tbody tr").Length);
        }
    }

    [Theory, BothDatabases]
    public async Task The_table_says_of_all_126_what_their_own_figures_say(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var groups = city.Service<OnTime>().Board(ReportingPeriod.YearTo(city.Clock.Now.DateInCity()), Grouping.Agency).Groups.ToDictionary(group => group.Key, group => group.Figures);

        var page = await visitor.GetAsync(Page);

        var rows = page.Document.QuerySelectorAll("tr[data-row]");
        Assert.Equal(126, rows.Length);
        Assert.Equal(126, page.Document.QuerySelectorAll("a[data-commune]").Length);
        foreach (var row in rows)
        {
            var cells = row.QuerySelectorAll("td").Select(cell => cell.TextContent).ToList();
            var figures = groups.GetValueOrDefault(row.GetAttribute("data-row")!) ?? new();
            Assert.Equal([VietnameseRate(figures), $"{figures.RateCount}", $"{figures.PendingOverdue}"], cells);
        }

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(rows[0].QuerySelector("a")!.GetAttribute("href")!)).Status);
        var board = await visitor.FollowAsync(await visitor.GetAsync("/theo-doi"), "Màn hình lớn");
        Assert.Equal(Page, board.Path);
    }

    [Theory, BothDatabases]
    public async Task Who_listens_is_told_when_a_dossier_is_received(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, Quick);
        var work = new VerbFacts.Work(city);
        var dossier = (await work.SubmitAsync(KnownCity.Procedure)).Id;
        await city.CatchUpAsync();
        using var visitor = city.Visitor();
        using var stream = await ListenAsync(visitor);
        Assert.Equal("0", await ReceivedAsync(stream));

        var view = await work.ViewAsync(dossier);
        await city.Service<ReceiveDossier>().RunAsync(dossier, work.ActorFor(dossier, view.Now.First()));
        await city.CatchUpAsync();

        Assert.Equal("1", await ReceivedAsync(stream));
    }

    [Theory, BothDatabases]
    public async Task A_quiet_city_still_gives_signs_of_life(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, Quick);
        using var visitor = city.Visitor();
        using var stream = await ListenAsync(visitor);
        await ReceivedAsync(stream);

        Assert.Equal("event: song", await LineAsync(stream, "event:"));
    }

    [Theory, BothDatabases]
    public async Task Only_so_many_listen_and_a_place_that_was_left_is_free(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, builder =>
        {
            Quick(builder);
            builder.Services.Configure<WallOptions>(options => options.Listeners = 1);
        });
        using (var first = city.Visitor())
        {
            using var stream = await ListenAsync(first);
            await ReceivedAsync(stream);
            using var second = city.Visitor();
            using var refused = await second.Client.GetAsync(new Uri(Live, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        for (var tries = 0; tries < 200 && city.Service<WallFeed>().Listeners > 0; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        using var third = city.Visitor();
        using var again = await ListenAsync(third);
        Assert.Equal("0", await ReceivedAsync(again));
    }

    [Theory, BothDatabases]
    public async Task Screens_that_listen_take_no_place_from_those_who_ask(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, builder => builder.Services.Configure<AdmissionOptions>(options => options.AtOnce = 16));
        using var visitor = city.Visitor();
        var screens = new List<StreamReader>();
        for (var i = 0; i < 20; i++) screens.Add(await ListenAsync(visitor));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Page)).Status);

        screens.ForEach(screen => screen.Dispose());
    }

    private static void Quick(WebApplicationBuilder builder) =>
        builder.Services.Configure<WallOptions>(options => (options.LookEvery, options.SignOfLifeEvery) = (100, 500));

    private static string VietnameseRate(OnTimeFigures figures) => figures.OnTimeRate is { } rate ? VietnameseFormats.Percent(rate, 1) : "–";

    private static async Task<StreamReader> ListenAsync(Visitor visitor)
    {
        var answer = await visitor.Client.GetAsync(new Uri(Live, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string?> ReceivedAsync(StreamReader stream)
    {
        using var news = JsonDocument.Parse((await LineAsync(stream, "data: "))["data: ".Length..]);
        return news.RootElement.GetProperty("counts").GetProperty("received").GetString();
    }

    private static async Task<string> LineAsync(StreamReader stream, string start)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var line = await stream.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException("The stream ended.");
            if (line.StartsWith(start, StringComparison.Ordinal)) return line;
        }
    }
}
