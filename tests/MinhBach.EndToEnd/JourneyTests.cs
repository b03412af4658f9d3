using System.Text.Json;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>The main job in a real browser: found, filed, received, worked step by step, returned, and everyone sees it.</summary>
public sealed class JourneyTests(Browser browser, StartedCity started)
{
    private const string Ward = "UBND phường Ba Đình";

    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, true)]
    [InlineData(1280, false)]
    public async Task A_birth_is_registered_from_the_form_to_the_public_figures(int width, bool javaScript)
    {
        var city = await started.GetAsync();
        var before = await SettledAsync(city);
        async Task<Person> ComesAsync() => new(await browser.OpenAsync(city.Address, width, javaScript), LookAsync);
        async Task LookAsync(IPage page)
        {
            await Sight.AssertFitsAsync(page);
            await Sight.AssertVietnameseAsync(page);
        }

        async Task<Official> OfficialAsync(string title)
        {
            var official = new Official(await ComesAsync(), title);
            await official.SignInAsync();
            return official;
        }

        var citizen = new Citizen(await ComesAsync());
        await citizen.FileAsync("khai sinh", "Đăng ký khai sinh", Ward);
        var desk = await OfficialAsync("Cán bộ một cửa phường");
        await desk.DoAsync(citizen.Code, "Tiếp nhận hồ sơ");
        await desk.DoAsync(citizen.Code, "Hoàn thành bước");
        var specialist = await OfficialAsync("Công chức tư pháp - hộ tịch phường");
        await specialist.DoAsync(citizen.Code, "Yêu cầu bổ sung", ("Giấy chứng sinh", ""), ("Lý do", "Ảnh chụp giấy chứng sinh bị mờ."));
        await citizen.SupplyAsync();
        await specialist.DoAsync(citizen.Code, "Hoàn thành bước");
        await (await OfficialAsync("Chủ tịch UBND phường")).DoAsync(citizen.Code, "Hoàn thành bước");
        await (await OfficialAsync("Văn thư phường")).DoAsync(citizen.Code, "Hoàn thành bước");
        await desk.DoAsync(citizen.Code, "Trả kết quả", ("Người nhận tại quầy", "Nguyễn Thị Hồng Hạnh"));
        var visitor = await ComesAsync();
        await citizen.TrackAsync();
        await visitor.GoAsync("/tra-cuu/" + citizen.Code);

        Assert.Contains("Đã trả kết quả", await visitor.TextAsync(), StringComparison.Ordinal);
        // Other journeys of the run may end in the same city meanwhile.
        Assert.True(await SettledWithinAsync(city, before + 1) > before);
        await visitor.GoAsync("/cong-khai");
        Assert.Contains("Ba Đình", await visitor.TextAsync(), StringComparison.Ordinal);
    }

    // The figures follow the journal: there within seconds, not within the same request.
    private static async Task<long> SettledWithinAsync(RunningCity city, long expected)
    {
        var found = await SettledAsync(city);
        for (var tries = 0; tries < 50 && found < expected; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            found = await SettledAsync(city);
        }

        return found;
    }

    /// <summary>Dossiers with a result in the last twelve months, in whatever time.</summary>
    private static async Task<long> SettledAsync(RunningCity city)
    {
        using var http = new HttpClient { BaseAddress = city.Address };
        using var answer = JsonDocument.Parse(await http.GetStringAsync("api/v1/statistics/on-time", TestContext.Current.CancellationToken));
        return answer.RootElement.GetProperty("total").GetProperty("done").GetInt64();
    }
}
