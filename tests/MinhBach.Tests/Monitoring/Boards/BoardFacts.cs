using System.Globalization;
using System.Net;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Monitoring.Boards;

public sealed class BoardFacts
{
    [Theory, BothDatabases]
    public async Task Every_count_of_every_board_opens_to_a_list_of_exactly_that_many(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var boards = city.Service<CityBoards>();
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var seen = new HashSet<string>();
        foreach (var subject in SubjectsOf(city))
        {
            var figures = boards.Of(subject, period);
            foreach (var (measure, count) in figures.Counts)
            {
                if (count > 0) seen.Add(measure.Slug);
                Assert.Equal(count, Walk(boards, subject, period, measure).Count);
            }
        }

        // A measure that never counts anything here would prove nothing.
        Assert.Superset(new HashSet<string>(["dang-mo", "qua-han", "buoc-xong", "co-ket-qua", "mot-lan", "gia-han"]), seen);
    }

    [Theory, BothDatabases]
    public async Task Parts_sum_up_to_the_whole(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var boards = city.Service<CityBoards>();
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var whole = boards.Of(BoardSubject.City, period);
        foreach (var by in new[] { Dimension.Agency, Dimension.Unit, Dimension.Procedure })
        {
            var parts = boards.Parts(BoardSubject.City, period, by);
            Assert.Equal(whole[BoardMeasures.Open], parts.Sum(part => part.Open));
            Assert.Equal(whole[BoardMeasures.Overdue], parts.Sum(part => part.Overdue));
            Assert.Equal(whole[BoardMeasures.Done], parts.Sum(part => part.Ended?.Count ?? 0));
            Assert.Equal(whole[BoardMeasures.Late], parts.Sum(part => part.Ended?.Late ?? 0));
        }

        Assert.Equal(whole[BoardMeasures.Done], whole.Months.Sum(month => month.Count));
    }

    [Theory, BothDatabases]
    public async Task Boards_and_the_public_figures_count_the_same_dossiers(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var boards = city.Service<CityBoards>();
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var published = city.Service<OnTime>().Board(period, Grouping.Agency).Total;

        var board = boards.Of(BoardSubject.City, period);

        Assert.InRange(published.Done, 1, int.MaxValue);
        Assert.Equal(published.Done, board[BoardMeasures.Completed]);
        Assert.Equal(published.Done, board[BoardMeasures.OneContact] + board[BoardMeasures.Supplemented]);
    }

    [Theory, BothDatabases]
    public async Task A_stranger_sees_units_and_agencies_but_neither_persons_nor_codes(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var unit = SubjectsOf(city).First(subject => subject.Kind == BoardKind.Unit);
        var person = SubjectsOf(city).First(subject => subject.Kind == BoardKind.Person);
        foreach (var address in new[] { "/theo-doi", $"/theo-doi/don-vi/{unit.Id}", "/theo-doi/thu-tuc/" + KnownCity.Procedure })
        {
            var page = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.StartsWith("Theo dõi: ", page.Document.Title, StringComparison.Ordinal);
            Assert.DoesNotContain("Theo người", page.Document.Body!.TextContent, StringComparison.Ordinal);
            foreach (var link in page.Document.QuerySelectorAll("dd a[href^='/theo-doi/danh-sach']").Select(link => link.GetAttribute("href")!).ToList())
            {
                var list = await visitor.GetAsync(link);
                Assert.Equal(HttpStatusCode.OK, list.Status);
                Assert.Empty(list.Document.QuerySelectorAll("a[href^='/ho-so/']"));
            }
        }

        var closed = await visitor.GetAsync($"/theo-doi/danh-sach/buoc-xong?loai=ca-nhan&ma={person.Id}");
        Assert.StartsWith("/dang-nhap", closed.Path, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task A_specialist_sees_their_own_board_and_nobody_elses(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var specialist = await city.SignInAsync("chuyen-vien");

        var mine = await specialist.FollowAsync(await specialist.GetAsync("/theo-doi"), "Công việc của tôi");

        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.StartsWith("/theo-doi/ca-nhan/", mine.Path, StringComparison.Ordinal);
        foreach (var other in SubjectsOf(city).Where(subject => subject.Kind == BoardKind.Person && !mine.Path.EndsWith("/" + subject.Id, StringComparison.Ordinal)).Take(3))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/theo-doi/ca-nhan/{other.Id}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync($"/theo-doi/danh-sach/buoc-xong?loai=ca-nhan&ma={other.Id}")).Status);
        }
    }

    [Theory, BothDatabases]
    public async Task The_api_says_what_the_page_says(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/theo-doi/thu-tuc/" + KnownCity.Procedure);
        var api = page.Document.QuerySelector("a[href^='/api/']")!.GetAttribute("href")!;

        using var answer = JsonDocument.Parse(await visitor.Client.GetStringAsync(new Uri(api, UriKind.Relative), TestContext.Current.CancellationToken));

        var counts = answer.RootElement.GetProperty("counts");
        foreach (var tile in page.Document.QuerySelectorAll(".mb-figures__tile a"))
        {
            var measure = BoardMeasures.Find(tile.GetAttribute("href")!.Split('?')[0].Split('/')[^1])!;
            Assert.Equal(tile.TextContent, counts.GetProperty(measure.Code).GetInt32().ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal(counts.GetProperty("ended").GetInt32(), answer.RootElement.GetProperty("groups").EnumerateArray().Sum(step => step.GetProperty("ended").GetInt32()));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.GetAsync(new Uri("/api/v1/statistics/work?groupBy=person", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync(new Uri("/api/v1/statistics/work?agency=khong-co", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_board_that_does_not_exist_is_a_kind_404(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        foreach (var address in new[] { "/theo-doi/co-quan/khong-co", "/theo-doi/don-vi/99999999", "/theo-doi/thu-tuc", "/theo-doi/khac/1", "/theo-doi/ca-nhan", "/theo-doi/danh-sach/khong-co" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
    }

    private static List<BoardLine> Walk(CityBoards boards, BoardSubject subject, ReportingPeriod period, BoardMeasure measure)
    {
        var lines = new List<BoardLine>();
        for (IReadOnlyList<BoardLine> page = [null!]; page.Count > 0;)
        {
            page = boards.Lines(subject, period, measure, lines.Count == 0 ? null : lines[^1].Key, count: 3);
            lines.AddRange(page);
        }

        Assert.Equal(lines.Count, lines.Select(line => line.Key).Distinct().Count());
        return lines;
    }

    private static List<BoardSubject> SubjectsOf(TestCity city)
    {
        var data = city.Service<HistoryShelf>().Data;
        return
        [
            BoardSubject.City,
            .. data.Desks.All.ToArray().Select(desk => new BoardSubject(BoardKind.Agency, desk.Agency)).Distinct(),
            .. data.Desks.All.ToArray().Select(desk => new BoardSubject(BoardKind.Unit, desk.Unit)).Distinct(),
            .. data.People.All.ToArray().Where(person => person != 0).Select(person => new BoardSubject(BoardKind.Person, person)),
            .. data.StepNames.All.ToArray().Select(step => new BoardSubject(BoardKind.Procedure, step.Procedure)).Distinct(),
        ];
    }
}
