using System.Globalization;
using System.Net;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Boards;
using MinhBach.Monitoring.Cuts;
using MinhBach.Monitoring.History;
using MinhBach.Organization;
using MinhBach.Shell;
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

            // What a board does not have it lists nothing of.
            Assert.All(BoardMeasures.All.Where(measure => !measure.Fits(subject.Kind)), measure => Assert.Empty(Walk(boards, subject, period, measure)));
            Assert.Superset(figures.Averages.Select(average => average.Of).Concat(figures.Times.Select(time => time.Of)).ToHashSet(), figures.Counts.Select(count => count.Measure).ToHashSet());
        }

        // A measure that never counts anything here would prove nothing.
        Assert.Superset(new HashSet<string>(["dang-mo", "qua-han", "buoc-xong", "co-ket-qua", "mot-lan", "gia-han", "xin-loi-kip", "ho-so-don-vi", "ho-so-ca-nhan", "buoc-co-han", "mo-tren-7-ngay", "chuyen-don-vi"]), seen);
    }

    [Theory, BothDatabases]
    public async Task Throughput_counts_each_dossier_once_for_whoever_worked_on_it_and_is_told_by_working_day(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var (boards, data) = (city.Service<CityBoards>(), city.Service<HistoryShelf>().Data);
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var rows = data.Steps.Blocks.SelectMany(block => block.ToArray()).Where(row => row.End != StepEnd.Cancelled).ToList();
        var days = 0;
        for (var day = period.From; day <= period.To; day = day.PlusDays(1)) days += city.Service<CityCalendars>().City.IsWorkingDay(day) ? 1 : 0;
        foreach (var subject in SubjectsOf(city).Where(subject => subject.Kind is BoardKind.Unit or BoardKind.Person))
        {
            var (mine, measure, code) = subject.Kind == BoardKind.Unit
                ? (rows.Where(row => data.Desks.All[row.Desk].Unit == subject.Id).ToList(), BoardMeasures.OfUnit, "dossiersOfUnitPerDay")
                : (rows.Where(row => data.People.All[row.Person] == subject.Id).ToList(), BoardMeasures.OfPerson, "dossiersOfPersonPerDay");

            var figures = boards.Of(subject, period);

            Assert.Equal(days, figures.WorkingDays);
            Assert.Equal(mine.Select(row => row.Dossier).Distinct().Count(), figures[measure]);
            Assert.Equal(mine.Count / (double)days, figures.Averages.Single(average => average.Code == "stepsPerDay").Value(figures));
            Assert.Equal(figures[measure] / (double)days, figures.Averages.Single(average => average.Code == code).Value(figures));
            Assert.Equal(figures[measure], Walk(boards, subject, period, measure).Select(line => line.Dossier).Distinct().Count());
        }

        var units = boards.Parts(BoardSubject.City, period, Dimension.Unit);
        Assert.All(units, unit => Assert.Equal(boards.Of(new(BoardKind.Unit, unit.Key), period)[BoardMeasures.OfUnit], unit.Handled));
        Assert.Equal(rows.Count / (double)days, units.Sum(unit => unit.StepsPerDay)!.Value, 9);
    }

    [Theory, BothDatabases]
    public async Task A_dossier_takes_the_same_time_on_the_board_and_in_its_facts(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var period = ReportingPeriod.YearTo(city.Clock.Now.DateInCity());
        var ended = city.Service<HistoryShelf>().Data.Dossiers.Blocks.SelectMany(block => block.ToArray()).Where(dossier => dossier.End == DossierEnd.Completed).ToDictionary(dossier => dossier.Dossier, dossier => (long)dossier.WorkSeconds);

        var facts = city.Service<FactShelf>().Current.Where(fact => ended.ContainsKey(fact.Id)).ToDictionary(fact => fact.Id, fact => (long)fact.WorkedSeconds);

        Assert.Equal(4, ended.Count);
        Assert.Equal(facts, ended);
        var figures = city.Service<CityBoards>().Of(BoardSubject.City, period);
        var time = figures.Times.Single(time => time.Code == "dossierTime").Value(figures)!.Value;
        Assert.Equal((facts.Values.Sum(), facts.Values.Average()), (time.Sum, time.Mean));
        Assert.InRange(time.P75, facts.Values.Order().ElementAt(2) * 0.984, facts.Values.Order().ElementAt(2) * 1.016);
    }

    [Theory, BothDatabases]
    public async Task Steps_that_are_open_fall_into_three_ages(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var figures = city.Service<CityBoards>().Of(BoardSubject.City, ReportingPeriod.YearTo(city.Clock.Now.DateInCity()));
        var ages = city.Service<HistoryShelf>().Open(open => open.SelectMany(dossier => dossier.Steps).Select(step => (city.Clock.Now - step.OpenedAt).TotalSeconds).ToList());

        Assert.InRange(figures[BoardMeasures.Aging], 1, figures[BoardMeasures.Open]);
        Assert.Equal(figures[BoardMeasures.Open], figures[BoardMeasures.Fresh] + figures[BoardMeasures.Aging] + figures[BoardMeasures.Old]);
        Assert.Equal(ages.Average(), figures.Age!.Value.Mean, 1.0);
    }

    [Fact]
    public void Every_measure_of_the_boards_is_named_and_defined_once_and_in_English()
    {
        Assert.Equal(BoardMeasures.All.Count, BoardMeasures.All.Select(measure => measure.Slug).Distinct().Count());
        var figures = BoardMeasures.All.Select(measure => (measure.Code, measure.Name, measure.Meaning))
            .Concat(BoardAverages.All.Select(average => (average.Code, average.Name, average.Meaning)))
            .Concat(BoardAverages.Times.Select(time => (time.Code, time.Name, time.Meaning))).ToList();
        Assert.Equal(figures.Count, figures.Select(figure => figure.Code).Distinct().Count());
        Assert.Equal(figures.Count, figures.Select(figure => figure.Meaning).Distinct().Count());
        Assert.Empty(figures.SelectMany(figure => new[] { figure.Name, figure.Meaning }).Where(sentence => !Words.HasEnglish(sentence)));
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

        var averages = answer.RootElement.GetProperty("averages");
        Assert.Equal(counts.GetProperty("ended").GetInt32() / answer.RootElement.GetProperty("workingDays").GetDouble(), averages.GetProperty("stepsPerDay").GetDouble());
        var definitions = answer.RootElement.GetProperty("definitions");
        Assert.All(counts.EnumerateObject().Concat(averages.EnumerateObject()), figure => Assert.NotEmpty(definitions.GetProperty(figure.Name).GetProperty("meaning").GetString()!));
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
