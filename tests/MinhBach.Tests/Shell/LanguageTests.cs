namespace MinhBach.Tests.Shell;

public sealed class LanguageTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Theory]
    [InlineData("", "vi")]
    [InlineData("fr-FR", "vi")]
    [InlineData("en-GB,vi;q=0.5", "en")]
    [InlineData("en;q=0.1,vi-VN", "vi")]
    public async Task The_browser_asks_for_the_language_and_Vietnamese_is_the_rest(string accepted, string expected) =>
        Assert.Equal(expected, await Language(host.Client(accepted), "/"));

    [Fact]
    public async Task A_chosen_language_stays_until_another_is_chosen()
    {
        var client = host.Client("vi");

        Assert.Equal("en", await Language(client, "/?lang=en"));
        Assert.Equal("en", await Language(client, "/kha-nang-tiep-can"));
        Assert.Equal("vi", await Language(client, "/?lang=vi"));
        Assert.Equal("vi", await Language(client, "/"));
    }

    [Fact]
    public async Task An_unknown_language_changes_nothing() =>
        Assert.Equal("vi", await Language(host.Client(), "/?lang=%22%3E%3Cscript%3E"));

    [Fact]
    public async Task The_switch_is_a_link_to_the_same_page_that_keeps_the_question()
    {
        var page = await ShellHost.Read(await host.Client().GetAsync("/kha-nang-tiep-can?q=%C4%91%E1%BA%A5t&lang=vi"));

        Assert.Equal("/kha-nang-tiep-can?q=%C4%91%E1%BA%A5t&lang=en", page.QuerySelector("a[hreflang=en]")?.GetAttribute("href"));
    }

    [Fact]
    public async Task English_pages_speak_English()
    {
        var page = await ShellHost.Read(await host.Client("en").GetAsync("/"));

        Assert.Equal("Administrative procedures, done in the open", page.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("Tra cứu", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string?> Language(HttpClient client, string path) =>
        (await ShellHost.Read(await client.GetAsync(path))).DocumentElement.GetAttribute("lang");
}
