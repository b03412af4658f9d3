using System.Globalization;
using System.Net;
using System.Text;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Reports;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Monitoring;

public sealed class Report06Facts
{
    private const string November = "tu=2026-11-01&den=2026-11-30";

    [Theory, BothDatabases]
    public async Task Dates_alone_tell_what_is_early_on_time_and_late(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);

        foreach (var grouping in new[] { Grouping.Agency, Grouping.Procedure })
        {
            var row = Assert.Single(city.Service<Report06>().Of(KnownCity.November, grouping).Rows);

            // Came: 7. Early two, on time one, late one; one is open past its date; one waits for papers, one was withdrawn.
            Assert.Equal([7, 7, 0, 4, 2, 1, 1, 0, 1, 0, 1, 1, 1], Report06Columns.All.Select(column => column.Value(row)));
        }
    }

    [Theory, BothDatabases]
    public async Task Every_number_opens_to_exactly_its_dossiers(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync($"/cong-khai/bao-cao-06?{November}&theo=thu-tuc");
        var links = page.Document.QuerySelectorAll("tbody a").ToList();

        Assert.Equal(2 * 7, links.Count);
        foreach (var link in links)
        {
            var list = await visitor.GetAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent, list.Document.QuerySelectorAll("tbody tr").Length.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory, BothDatabases]
    public async Task Page_and_file_show_the_same_numbers(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var total = city.Service<Report06>().Of(KnownCity.November, Grouping.Agency).Total;
        var columns = Report06Columns.All.Select(column => column.Value(total)).ToList();

        var page = await visitor.GetAsync("/cong-khai/bao-cao-06?" + November);
        var shown = page.Document.QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td.mb-number").Select(cell => int.Parse(cell.TextContent.Trim(), CultureInfo.InvariantCulture));
        Assert.Equal(columns, shown);
        Assert.NotNull((await visitor.GetAsync("/cong-khai")).Document.QuerySelector("a[href='/cong-khai/bao-cao-06']"));

        var file = Encoding.UTF8.GetString(await visitor.Client.GetByteArrayAsync(new Uri("/cong-khai/bao-cao-06.csv?" + November, UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.EndsWith(",Tổng cộng," + string.Join(',', columns) + "\r\n", file, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/cong-khai/bao-cao-06")).Status);
    }

    [Theory, BothDatabases]
    public async Task A_bad_date_is_named_on_the_page_and_in_the_file(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();

        Assert.Equal(["Nhập ngày như 02/09/2026"], (await visitor.GetAsync("/cong-khai/bao-cao-06?tu=hôm+qua&den=2026-11-30")).Errors);
        using var file = await visitor.Client.GetAsync(new Uri("/cong-khai/bao-cao-06.csv?tu=2026-11-30&den=2026-11-01", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
        Assert.Equal("Ngày cuối phải từ ngày đầu trở đi", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_report_is_what_a_naive_recount_of_the_dates_finds(int seed)
    {
        var city = await KnownCity.OfAsync(DatabaseKind.Sqlite);
        var agencies = city.Service<OrganizationLookup>().Current.Agencies.Take(5).ToList();
        var version = city.Service<ProcedureCatalog>().Versions(KnownCity.Procedure)[^1];
        var dice = Dice.For(seed, index: 6);
        var lives = Enumerable.Range(1, 400).Select(id => Life.Of(id, dice)).ToList();
        var shelf = new FactShelf();
        shelf.Put([.. lives.Select(life => life.Row(agencies[life.Id % agencies.Count].Id.Value, version))]);
        var report = new Report06(new OnTime(shelf, city.Service<OrganizationLookup>(), city.Service<ProcedureCatalog>(), city.Clock));

        for (var round = 0; round < 20; round++)
        {
            var from = Life.First.PlusDays(dice.Between(0, 60));
            var end = from.PlusDays(dice.Between(0, 40));
            var table = report.Of(new(from, end), Grouping.Agency);
            foreach (var (agency, place) in agencies.Select((agency, place) => (agency, place)))
            {
                var mine = lives.Where(life => life.Id % agencies.Count == place).Select(life => life.In(from, end)).Where(found => found is not null).ToList();
                var row = table.Rows.SingleOrDefault(row => row.Key == agency.Code);
                int[] expected = [.. Enum.GetValues<Found>().Select(found => mine.Count(one => one!.Value.Is == found))];
                Assert.Equal(
                    expected,
                    row is null ? new int[expected.Length] : [row.Figures.DoneEarly, row.Figures.DoneOnTime, row.Figures.DoneLate, row.Figures.DoneUntimed, row.Figures.PendingInTime, row.Figures.PendingOverdue, row.Figures.Waiting, row.Figures.Left]);
                Assert.Equal(mine.Count(one => one!.Value.IsOld), row?.Figures.CarriedOver ?? 0);
            }

            Assert.Equal(table.Total.Came, table.Total.Settled + table.Total.Processing + table.Total.Outside);
        }
    }

    private enum Found
    {
        Early,
        OnTime,
        Late,
        Untimed,
        InTime,
        Overdue,
        Waiting,
        Returned,
    }

    /// <summary>The dates of a dossier: one due date from the start on, now and then a second one, now and then a time of waiting.</summary>
    private sealed record Life(int Id, LocalDate Received, LocalDate? Due, LocalDate? MovedOn, LocalDate? MovedTo, LocalDate? WaitsFrom, LocalDate? WaitsTo, LocalDate? Done, LocalDate? Left)
    {
        public static readonly LocalDate First = new(2026, 7, 1);

        public static Life Of(int id, Dice dice)
        {
            var received = First.PlusDays(dice.Between(0, 80));
            LocalDate Later(int most) => received.PlusDays(dice.Between(0, most));
            var due = dice.Chance(0.9) ? Later(20) : (LocalDate?)null;
            var moves = due is not null && dice.Chance(0.3);
            var end = dice.Between(0, 3);
            var waits = dice.Chance(0.3) ? Later(15) : (LocalDate?)null;
            return new(
                id, received, due, moves ? Later(15) : null, moves ? Later(40) : null, waits, waits is { } since && dice.Chance(0.7) ? since.PlusDays(dice.Between(0, 10)) : null,
                end <= 1 ? Later(30) : null, end == 2 ? Later(30) : null);
        }

        public (Found Is, bool IsOld)? In(LocalDate from, LocalDate end)
        {
            if (Received > end || Done < from || Left < from) return null;
            return (Place(end), Received < from);
        }

        private Found Place(LocalDate end)
        {
            LocalDate? DueOn(LocalDate day) => MovedOn <= day ? MovedTo : Due;
            if (Done <= end)
            {
                if (DueOn(Done.Value) is not { } due) return Found.Untimed;
                return Done < due ? Found.Early : Done == due ? Found.OnTime : Found.Late;
            }

            if (Left <= end) return Found.Returned;
            if (WaitsFrom <= end && !(WaitsTo <= end)) return Found.Waiting;
            return DueOn(end) is { } open && open < end ? Found.Overdue : Found.InTime;
        }

        public FactRow Row(long agency, ProcedureVersion version)
        {
            var dues = Due is { } first ? DayLists.Add("", Received, first) : "";
            if (MovedOn is { } on && MovedTo is { } to) dues = DayLists.Add(dues, on, to);
            var waits = WaitsFrom is { } since ? DayLists.Add("", since, null) : "";
            if (WaitsTo is { } until) waits = DayLists.Close(waits, until);
            return new()
            {
                DossierId = Id,
                Change = 1,
                AgencyId = agency,
                Field = "Hộ tịch",
                ProcedureId = version.ProcedureId.Value,
                VersionId = version.Id.Value,
                SubmittedOn = Received,
                ReceivedOn = Received,
                CompletedOn = Done,
                LeftOn = Left,
                FirstDue = Due,
                Dues = dues,
                Waits = waits,
            };
        }
    }
}
