using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>Every page there is, seen by whoever may see it: axe finds nothing, nothing scrolls sideways, the words are Vietnamese.</summary>
public sealed partial class EveryPageTests(Browser browser, StartedCity started)
{
    // Not pages one can go to: the error page is the answer to something else, signing out is a form, and the second
    // step asks for a code in the middle of signing in.
    private static readonly string[] NotVisited = ["/loi", "/dang-xuat", "/dang-nhap/xac-thuc"];

    private static readonly string[] People =
    [
        "Công dân", "Cán bộ một cửa phường", "Công chức tư pháp - hộ tịch phường", "Chánh Văn phòng phường", "Chủ tịch UBND phường",
        "Văn thư phường", "Cán bộ một cửa Sở Xây dựng", "Chuyên viên Sở Xây dựng", "Chuyên viên cải cách hành chính, Sở Nội vụ", "Quản trị viên hệ thống",
    ];

    [Fact]
    public async Task Each_is_accessible_fits_a_phone_and_speaks_Vietnamese()
    {
        var city = await started.GetAsync();
        var round = new Round(await browser.OpenAsync(city.Address));

        var citizen = new Citizen(new(round.Page, round.LookAsync));
        await citizen.FileAsync("khai sinh", "Đăng ký khai sinh", "UBND phường Ba Đình", byProxy: true);
        await citizen.TrackAsync();
        await round.WalkAsync(["/", "/khong-co-trang-nay", "/api"], [citizen.Code]);
        foreach (var title in People)
        {
            round.Page = await browser.OpenAsync(city.Address);
            await new Person(round.Page, round.LookAsync).SignInAsync(title);
            await round.WalkAsync(["/tai-khoan", "/viec"], [citizen.Code]);
        }

        Assert.Empty(round.Failures);
        Assert.Empty(PageTemplates.All.Except(round.Seen.Keys).Except(NotVisited));
        TestContext.Current.SendDiagnosticMessage($"{round.Seen.Count} pages checked.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/thu-tuc")]
    [InlineData("/thu-tuc/1.001193")]
    [InlineData("/tra-cuu")]
    [InlineData("/cong-khai")]
    [InlineData("/dang-nhap")]
    public async Task In_English_too(string path)
    {
        var city = await started.GetAsync();
        var page = await browser.OpenAsync(city.Address, width: 320);
        await page.GotoAsync(path);
        var vietnamese = await page.TitleAsync();

        await page.GotoAsync(path + "?lang=en");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.NotEqual(vietnamese, path.Contains("1.001193", StringComparison.Ordinal) ? "" : await page.TitleAsync());
        await Accessibility.AssertCleanAsync(page);
        await Sight.AssertFitsAsync(page);
    }

    /// <summary>One walk through everything that can be reached, looking at one page of each kind.</summary>
    private sealed partial class Round(IPage page)
    {
        // States in which a dossier offers its actions; a few dossiers of each are enough.
        private const int DossiersEach = 4;

        public IPage Page { get; set; } = page;

        public Dictionary<string, string> Seen { get; } = new(StringComparer.Ordinal);

        public List<string> Failures { get; } = [];

        public async Task WalkAsync(IEnumerable<string> from, IReadOnlyCollection<string> codes)
        {
            var paths = new Queue<string>([.. from, .. PageTemplates.All.Where(template => !template.Contains('{', StringComparison.Ordinal))]);
            while (paths.TryDequeue(out var path))
            {
                if (IsKnown(path) || !await OpensAsync(path)) continue;
                foreach (var link in await LinksAsync())
                    if (!IsKnown(link)) paths.Enqueue(link);
            }

            foreach (var template in PageTemplates.All.Where(template => template.Contains("{code}", StringComparison.Ordinal) && !Seen.ContainsKey(template)).ToList())
                foreach (var code in codes.Concat(await CodesAsync()))
                    if (await OpensAsync(template.Replace("{code}", code, StringComparison.Ordinal))) break;
        }

        public async Task LookAsync(IPage page)
        {
            var path = new Uri(page.Url).AbsolutePath;
            if (!Seen.TryAdd(PageTemplates.Of(path) ?? path, path)) return;
            await CheckAsync(() => Accessibility.AssertCleanAsync(page));
            await CheckAsync(() => Sight.AssertVietnameseAsync(page));
            await page.SetViewportSizeAsync(320, 900);
            await CheckAsync(() => Sight.AssertFitsAsync(page));
            await page.SetViewportSizeAsync(1280, 900);
        }

        private bool IsKnown(string path) => PageTemplates.Of(path) is not { } template ? Seen.ContainsKey(path) : NotVisited.Contains(template) || Seen.ContainsKey(template);

        // Whatever this person may not see answers with an error or another page.
        private async Task<bool> OpensAsync(string path)
        {
            var asked = await Page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
            if (asked.Status >= 500) Failures.Add($"{path}: {asked.Status}");
            if (asked.Status != 200 && path != "/khong-co-trang-nay") return false;
            if (!asked.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)) return false;
            await Page.GotoAsync(path);
            await LookAsync(Page);
            return true;
        }

        private async Task<IEnumerable<string>> LinksAsync() =>
            (await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname)"))
                .Where(path => PageTemplates.Of(path) is not null).DistinctBy(PageTemplates.Of);

        private async Task<IReadOnlyList<string>> CodesAsync()
        {
            var codes = new List<string>();
            foreach (var tab in (string[])["", "the=don-vi", "the=co-quan", "the=da-lam"])
                foreach (var status in (string[])["", "AwaitingReception", "Received", "Processing", "AwaitingSupplement", "AwaitingPayment", "Completed", "Returned"])
                {
                    var list = await Page.APIRequest.GetAsync($"/viec?{tab}&trang-thai={status}", new() { MaxRedirects = 0 });
                    if (list.Status != 200) return codes;
                    codes.AddRange(DossierLink().Matches(await list.TextAsync()).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal).Take(DossiersEach));
                }

            return [.. codes.Distinct(StringComparer.Ordinal)];
        }

        private async Task CheckAsync(Func<Task> check)
        {
            try
            {
                await check();
            }
            catch (Xunit.Sdk.XunitException found)
            {
                Failures.Add(found.Message);
            }
        }

        [GeneratedRegex("href=\"/ho-so/(?<code>[^\"/]+)\"", RegexOptions.None, 1000)]
        private static partial Regex DossierLink();
    }
}
