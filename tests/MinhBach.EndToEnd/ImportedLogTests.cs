using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>The reform office brings the log of an old system in and reads its board, on a desk's screen and on a phone.</summary>
public sealed class ImportedLogTests(Browser browser, StartedCity started)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task The_log_of_an_old_system_is_brought_in_and_read(int width)
    {
        var city = await started.GetAsync();
        var editor = new Person(await browser.OpenAsync(city.Address, width), LookAsync);
        await editor.SignInAsync("Chuyên viên cải cách hành chính, Sở Nội vụ");

        await OldSystem.BringInAsync(editor);

        Assert.Equal("1", await editor.Page.Locator("main dl dd a[href*='dem=qua-han']").InnerTextAsync());
        await editor.ClickAsync(editor.Page.Locator("main dl dd a[href*='dem=qua-han']"));
        await editor.FollowAsync("H2");
        Assert.Contains("Bộ phận một cửa", await editor.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Nạp từ hệ thống khác", await editor.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task LookAsync(IPage page)
    {
        if (!page.Url.Contains("/he-thong-cu", StringComparison.Ordinal)) return;
        await Accessibility.AssertCleanAsync(page);
        await Sight.AssertFitsAsync(page);
    }
}
