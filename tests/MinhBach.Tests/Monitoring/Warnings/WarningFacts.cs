using System.Globalization;
using System.Net;
using MinhBach.Kernel;
using MinhBach.Monitoring.History;
using MinhBach.Monitoring.Warnings;
using MinhBach.Testing;

namespace MinhBach.Tests.Monitoring.Warnings;

public sealed class WarningFacts
{
    [Theory, BothDatabases]
    public async Task Pages_hold_every_open_dossier_with_a_date_once_the_likeliest_first(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        var warnings = city.Service<EarlyWarnings>();
        var seen = new List<Outlook>();
        for (var page = warnings.Page(_ => true, null, count: 1); page.Count > 0; page = warnings.Page(_ => true, EarlyWarnings.KeyOf(seen[^1]), count: 1)) seen.AddRange(page);

        var open = city.Service<HistoryShelf>().Open(all => all.Where(dossier => dossier is { HasEnded: false, Due: not null } && dossier.Steps.Count > 0).Select(dossier => dossier.Id).Order().ToList());
        Assert.NotEmpty(open);
        Assert.Equal(open, seen.Select(outlook => outlook.Dossier).Order());
        Assert.Equal(seen.Select(outlook => outlook.Chance).OrderDescending(), seen.Select(outlook => outlook.Chance));
        Assert.All(seen, outlook => Assert.InRange(outlook.Chance, 0, 1));
        Assert.Equal((1.0, 0), (seen[0].Chance, seen[0].Left));
    }

    [Theory, BothDatabases]
    public async Task Who_oversees_the_city_sees_all_of_them_a_stranger_none_and_everyone_how_right_they_were(DatabaseKind kind)
    {
        var city = await KnownCity.OfAsync(kind);
        using var overseer = await city.SignInAsync("noi-vu");
        using var visitor = city.Visitor();

        var list = await overseer.GetAsync("/theo-doi/canh-bao");
        var shown = list.Document.QuerySelectorAll("tbody tr").Length;

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(city.Service<EarlyWarnings>().Current().Count, shown);
        Assert.Equal(shown.ToString(CultureInfo.InvariantCulture), list.Document.QuerySelector(".mb-figures__tile dd")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await overseer.GetAsync("/theo-doi/canh-bao?coQuan=khong-co")).Status);
        Assert.StartsWith("/dang-nhap", (await visitor.GetAsync("/theo-doi/canh-bao")).Path, StringComparison.Ordinal);
        var reliability = await visitor.GetAsync("/theo-doi/canh-bao/do-tin-cay");
        Assert.Equal(HttpStatusCode.OK, reliability.Status);
        // All results of this city came in its first month: nothing could be corrected yet.
        Assert.Contains("Chưa có hồ sơ nào được dự báo", reliability.Document.Body!.TextContent, StringComparison.Ordinal);
    }
}
