using System.Text;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Monitoring.Reports;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Monitoring;

public sealed class Form07Facts
{
    [Theory, BothDatabases]
    public async Task Its_columns_are_the_public_figures_under_other_names(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);

        var total = city.Service<Form07>().Of(KnownCity.November).Total;

        var figures = city.Service<OnTime>().Board(KnownCity.November, Grouping.Agency).Total;
        Assert.Equal(figures.Received + figures.CarriedOver, total.Received);
        Assert.Equal(figures.CarriedOver, total.CarriedOver);
        Assert.Equal(figures.Done + figures.Left, total.Settled);
        Assert.Equal((figures.PendingInTime + figures.Waiting, figures.PendingOverdue), (total.InTime, total.Overdue));
        Assert.Equal(figures.Left, total.Left);
        Assert.Equal(20.0 * (total.Early + total.OnTime + total.InTime) / total.Received, total.Progress);
    }

    [Theory, BothDatabases]
    public async Task What_a_period_leaves_open_the_next_one_carries_over(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var form = city.Service<Form07>();

        for (var day = new LocalDate(2026, 11, 16); day < new LocalDate(2026, 11, 25); day = day.PlusDays(1))
        {
            var before = form.Of(new(new(2026, 11, 1), day));
            var after = form.Of(new(day.PlusDays(1), new(2026, 11, 30)));

            Assert.Equal(before.Total.Open, after.Total.CarriedOver);
            Assert.All([.. before.City, .. before.Communes, before.Total], row => Assert.Equal(row.Received, row.Settled + row.Open));
        }
    }

    [Theory, BothDatabases]
    public async Task Page_and_file_show_the_same_numbers(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var visitor = city.Visitor();
        var total = city.Service<Form07>().Of(KnownCity.November).Total;

        var page = await visitor.GetAsync("/cong-khai/bieu-07?tu=2026-11-01&den=2026-11-30");
        var shown = page.Document.QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td.mb-number").Select(cell => int.Parse(cell.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(total.Columns, shown);

        var file = Encoding.UTF8.GetString(await visitor.Client.GetByteArrayAsync(new Uri("/cong-khai/bieu-07.csv?tu=2026-11-01&den=2026-11-30", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.EndsWith("Tổng cộng," + string.Join(',', total.Columns) + "\r\n", file, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await visitor.GetAsync("/cong-khai/bieu-07")).Status);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-10-15", "2026-11-14", "2026-06-15", "2026-09-14", "2025-12-15", "2026-06-14", "2024-12-15", "2025-12-14")]
    [InlineData("2026-12-15", "2026-11-15", "2026-12-14", "2026-09-15", "2026-12-14", "2026-06-15", "2026-12-14", "2025-12-15", "2026-12-14")]
    [InlineData("2026-12-14", "2026-10-15", "2026-11-14", "2026-06-15", "2026-09-14", "2025-12-15", "2026-06-14", "2024-12-15", "2025-12-14")]
    public void Reporting_periods_end_on_a_fourteenth(string today, params string[] expected)
    {
        var windows = ReportWindows.Before(CityTime.ReadDay(today)).SelectMany(window => new[] { window.Period.From, window.Period.To });

        Assert.Equal(expected.Select(day => CityTime.ReadDay(day)), windows);
    }
}
