using System.Net;
using AngleSharp.Html.Parser;

namespace MinhBach.EndToEnd;

/// <summary>The real program, started as people start it.</summary>
public sealed class ServingTests
{
    [Fact]
    public async Task An_empty_city_is_ready_and_shows_its_first_page()
    {
        await using var city = await RunningCity.StartAsync("--demo", "false");
        using var http = new HttpClient { BaseAddress = city.Address };

        using var live = await http.GetAsync("health/live", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(await http.GetStringAsync("", TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("", page.QuerySelector("h1")?.TextContent.Trim());
    }

    [Fact]
    public async Task A_word_that_is_no_verb_is_told_in_one_sentence()
    {
        var (code, said) = await RunningCity.RunAsync("phucvu");

        Assert.Equal(2, code);
        Assert.Contains("phucvu", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }
}
