using System.Text;
using Microsoft.Playwright;
using MinhBach.Transparency;

namespace MinhBach.EndToEnd;

/// <summary>What a person does on the page that checks proofs.</summary>
internal static class Checking
{
    public const string Holds = "Đã kiểm chứng: đúng";
    public const string Refused = "Không chấp nhận";

    public static async Task<IPage> OpenAsync(Browser browser, RunningCity city, int width = 1280, string query = "")
    {
        var page = await browser.OpenAsync(city.Address, width);
        page.PageError += (_, error) => Assert.Fail(error);
        await page.GotoAsync(CheckAddress.Page + query);
        return page;
    }

    public static async Task TrustAsync(IPage page, string keys, string fold = "Khóa mà bạn tin", string label = "Khóa của nhật ký và của các nhân chứng", string button = "Dùng khóa và chính sách này")
    {
        if (!await page.GetByLabel(label).IsVisibleAsync()) await page.Locator("summary").Filter(new() { HasText = fold }).ClickAsync();
        await page.GetByLabel(label).FillAsync(keys);
        await page.EvaluateAsync("() => document.getElementById('ket-qua').replaceChildren()");
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }

    public static async Task<string> ChooseAsync(IPage page, string name, string content, string label = "Tệp bằng chứng hoặc tệp lịch sử")
    {
        await page.EvaluateAsync("() => document.getElementById('ket-qua').replaceChildren()");
        await page.GetByLabel(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = Encoding.UTF8.GetBytes(content) });
        return await ResultAsync(page);
    }

    public static async Task<string> PasteAsync(IPage page, string content)
    {
        await page.EvaluateAsync("() => document.getElementById('ket-qua').replaceChildren()");
        await page.GetByLabel("Hoặc dán nội dung").FillAsync(content);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm chứng", Exact = true }).ClickAsync();
        return await ResultAsync(page);
    }

    public static async Task<string> ResultAsync(IPage page)
    {
        await page.Locator("#ket-qua > *").First.WaitForAsync();
        return await page.Locator("#ket-qua").InnerTextAsync();
    }

    public static async Task LookAsync(IPage page, string what)
    {
        await Accessibility.AssertCleanAsync(page);
        await Sight.AssertFitsAsync(page);
        await Sight.KeepPictureAsync(page, "kiem-chung-" + what);
    }

    public static void AssertAll(string told, params string[] words) => Assert.All(words, word => Assert.Contains(word, told, StringComparison.Ordinal));
}
