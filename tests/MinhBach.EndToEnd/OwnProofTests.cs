using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>The whole way: somebody files, takes the proof along, and checks it with the network off; one letter changed, it is refused.</summary>
public sealed class OwnProofTests(Browser browser, StartedCity started)
{
    private const string Holds = "Đã kiểm chứng: đúng";
    private const string Refused = "Không chấp nhận";
    private const int MostLooks = 60;

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Filed_taken_along_and_verified_offline(int width)
    {
        var city = await started.GetAsync();
        var person = new Person(await browser.OpenAsync(city.Address, width), LookAsync);
        var citizen = new Citizen(person);
        await citizen.FileAsync("khai sinh", "Đăng ký khai sinh", "UBND phường Ba Đình");
        await citizen.TrackAsync();
        await person.FollowAsync("Xem và tải bằng chứng");
        var proofs = await DownloadAsync(person);
        var receipt = await PrintedCodeAsync(person, citizen.Code);

        var page = person.Page;
        await person.GoAsync("/kiem-chung");
        await page.Context.SetOfflineAsync(true);
        Assert.Contains(Holds, await CheckAsync(page, proofs), StringComparison.Ordinal);
        var altered = (byte[])proofs.Clone();
        altered[altered.Length / 2] ^= 1;
        var told = await CheckAsync(page, altered);
        Assert.Contains(Refused, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Holds, told, StringComparison.Ordinal);
        Assert.True(receipt, "The receipt has no code to verify.");
    }

    private static async Task<byte[]> DownloadAsync(Person person)
    {
        var all = person.Page.GetByRole(AriaRole.Link, new() { Name = "Tải toàn bộ bằng chứng" });
        // Published within two seconds; on a busy machine a little later.
        for (var looks = 0; await all.CountAsync() == 0 || await person.Page.GetByText("đang ghi, vài giây nữa").CountAsync() > 0; looks++)
        {
            Assert.True(looks < MostLooks, "Nothing is published: " + await person.TextAsync());
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await person.Page.ReloadAsync();
        }

        var download = await person.Page.RunAndWaitForDownloadAsync(() => all.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static async Task<bool> PrintedCodeAsync(Person person, string code)
    {
        await person.GoAsync($"/tra-cuu/{code}/giay-xac-nhan");
        return await person.Page.Locator("figure.mb-qr").CountAsync() == 2;
    }

    private static async Task<string> CheckAsync(IPage page, byte[] file)
    {
        await page.EvaluateAsync("() => document.getElementById('ket-qua').replaceChildren()");
        await page.Locator("#tep").SetInputFilesAsync(new FilePayload { Name = "x.minhbach-history.json", MimeType = "application/json", Buffer = file });
        var result = page.Locator("#ket-qua > *").First;
        await result.WaitForAsync();
        return await page.Locator("#ket-qua").InnerTextAsync();
    }

    private static async Task LookAsync(IPage page)
    {
        if (!page.Url.Contains("/bang-chung", StringComparison.Ordinal) && !page.Url.Contains("/giay-xac-nhan", StringComparison.Ordinal)) return;
        await Accessibility.AssertCleanAsync(page);
        await Sight.AssertFitsAsync(page);
        await Sight.KeepPictureAsync(page, new Uri(page.Url).AbsolutePath.Split('/')[^1]);
    }
}
