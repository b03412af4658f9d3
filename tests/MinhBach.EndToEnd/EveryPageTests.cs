using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>Every page there is, seen by whoever may see it: axe finds nothing, nothing scrolls sideways, the words are Vietnamese.</summary>
public sealed partial class EveryPageTests(Browser browser, StartedCity started)
{
    // Not pages one can go to: the error page is the answer to something else, signing out is a form, and the second
    // step asks for a code in the middle of signing in.
    private static readonly string[] NoPages = ["/loi", "/dang-xuat", "/dang-nhap/xac-thuc"];

    private static readonly string[] People =
    [
        "Công dân", "Cán bộ một cửa phường", "Công chức tư pháp - hộ tịch phường", "Chánh Văn phòng phường", "Chủ tịch UBND phường",
        "Văn thư phường", "Cán bộ một cửa Sở Xây dựng", "Chuyên viên Sở Xây dựng", "Chuyên viên cải cách hành chính, Sở Nội vụ", "Quản trị viên hệ thống",
    ];

    [Fact]
    public async Task Each_is_accessible_fits_a_phone_and_speaks_Vietnamese()
    {
        var city = await started.GetAsync();
        var round = new Round();

        var citizen = new Citizen(await ComesAsync());
        await citizen.FileAsync("khai sinh", "Đăng ký khai sinh", "UBND phường Ba Đình", byProxy: true);
        var desk = await OfficialAsync("Cán bộ một cửa phường");
        await round.SeeDossierAsync(desk.Page, citizen.Code);
        await desk.DoAsync(citizen.Code, "Tiếp nhận hồ sơ");
        await desk.DoAsync(citizen.Code, "Hoàn thành bước");
        var specialist = await OfficialAsync("Công chức tư pháp - hộ tịch phường");
        await round.SeeDossierAsync(specialist.Page, citizen.Code);
        await specialist.DoAsync(citizen.Code, "Yêu cầu bổ sung", ("Giấy chứng sinh", ""), ("Lý do", "Ảnh chụp giấy chứng sinh bị mờ."));
        await round.SeeDossierAsync(specialist.Page, citizen.Code);
        await citizen.SupplyAsync();
        await citizen.LookAroundAsync();
        await specialist.DoAsync(citizen.Code, "Yêu cầu nộp tiền", ("Số tiền", "8000"), ("Khoản phải nộp", "Lệ phí cấp bản sao"));
        await round.SeeDossierAsync(desk.Page, citizen.Code);
        await desk.DoAsync(citizen.Code, "Xác nhận đã nộp tiền");
        await specialist.DoAsync(citizen.Code, "Hoàn thành bước");
        await (await OfficialAsync("Chủ tịch UBND phường")).DoAsync(citizen.Code, "Hoàn thành bước");
        await (await OfficialAsync("Văn thư phường")).DoAsync(citizen.Code, "Hoàn thành bước");
        await round.SeeDossierAsync(desk.Page, citizen.Code);
        await desk.DoAsync(citizen.Code, "Trả kết quả", ("Người nhận tại quầy", "Nguyễn Thị Hồng Hạnh"));
        await round.SeeDossierAsync(desk.Page, citizen.Code);
        await desk.DoAsync(citizen.Code, "Báo sai sót trong kết quả", ("Sai sót", "Năm sinh của mẹ phải là 1991."));
        await round.SeeDossierAsync(desk.Page, citizen.Code);
        // Filed again after it was turned away: that is found.
        var hasty = new Citizen(await ComesAsync());
        await hasty.FileAsync("nuôi con nuôi trong nước", "Đăng ký việc nuôi con nuôi trong nước", "UBND phường Ba Đình");
        await desk.DoAsync(hasty.Code, "Không tiếp nhận", ("Lý do không tiếp nhận", "Thiếu đơn đề nghị."));
        var parent = new Citizen(await ComesAsync());
        await parent.FileAsync("nuôi con nuôi trong nước", "Đăng ký việc nuôi con nuôi trong nước", "UBND phường Ba Đình");
        await desk.DoAsync(parent.Code, "Tiếp nhận hồ sơ");
        await desk.HandOverAsync();
        var head = await OfficialAsync("Chánh Văn phòng phường");
        await head.DoAsync(
            parent.Code, "Xin ý kiến cơ quan khác", ("Cơ quan được hỏi", "Sở Xây dựng"), ("Nội dung xin ý kiến", "Chỗ ở của người nhận con nuôi có bảo đảm không?"));
        await round.SeeDossierAsync(head.Page, parent.Code);
        await round.SeeDossierAsync((await OfficialAsync("Chuyên viên Sở Xây dựng")).Page, parent.Code);
        var editor = await ComesAsync();
        await editor.SignInAsync("Chuyên viên cải cách hành chính, Sở Nội vụ");
        await editor.GoAsync("/quan-tri/thu-tuc/1.004222");
        await editor.PressAsync("Lưu và xem trước");
        await SeeFindingAsync(editor);
        await OldSystem.UploadAsync(editor);
        await OldSystem.BringInAsync(editor);
        await round.WalkAsync(editor.Page, await AddressesAsync(editor, $"{OldSystem.Board}/vu-viec"));
        await round.WalkAsync((await ComesAsync()).Page, ["/", "/khong-co-trang-nay"]);
        foreach (var title in People)
        {
            var person = await ComesAsync();
            await person.SignInAsync(title);
            await person.Page.GotoAsync("/theo-doi");
            // Known by then, and yet another page to each official.
            await round.WalkAsync(person.Page, ["/tai-khoan", "/viec", "/quay/tiep-nhan?q=khai+sinh", .. await AddressesAsync(person, "/theo-doi/ca-nhan/")]);
        }

        Assert.True(round.Failures.Count == 0, string.Join(Environment.NewLine, round.Failures));
        Assert.Empty(PageTemplates.All.Except(round.Seen.Keys).Except(NoPages));
        TestContext.Current.SendDiagnosticMessage($"{round.Seen.Count} pages checked.");

        async Task<Person> ComesAsync() => new(await browser.OpenAsync(city.Address), round.LookAsync);
        async Task<Official> OfficialAsync(string title)
        {
            var official = new Official(await ComesAsync(), title);
            await official.SignInAsync();
            return official;
        }
    }

    private static Task<string[]> AddressesAsync(Person person, string start) =>
        person.Page.Locator($"a[href^='{start}']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    // Findings come a second or two after what they are about.
    private static async Task SeeFindingAsync(Person overseer)
    {
        var finding = overseer.Page.Locator("td a").Filter(new() { HasText = "Xem xét" });
        for (var tries = 0; tries < 60; tries++)
        {
            await overseer.Page.GotoAsync("/theo-doi/liem-chinh/dong-roi-nop-lai");
            if (await finding.CountAsync() > 0) break;
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }

        await overseer.GoAsync("/theo-doi/liem-chinh");
        await overseer.FollowAsync("Đóng rồi nộp lại");
        await overseer.ClickAsync(finding);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/thu-tuc")]
    [InlineData("/thu-tuc/1.001193")]
    [InlineData("/tra-cuu")]
    [InlineData("/cong-khai")]
    [InlineData("/theo-doi")]
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

    /// <summary>What has been seen so far, one page of each kind, and what was wrong with it.</summary>
    private sealed partial class Round
    {
        private const string Unknown = "/khong-co-trang-nay";

        // One dossier of each state is enough.
        private const int DossiersEach = 1;

        public Dictionary<string, string> Seen { get; } = new(StringComparer.Ordinal);

        public List<string> Failures { get; } = [];

        /// <summary>Everything that a person can reach by links, from these pages and from all that need no code.</summary>
        public async Task WalkAsync(IPage page, IEnumerable<string> from)
        {
            var paths = new Queue<string>([.. from, .. PageTemplates.All.Where(template => !template.Contains('{', StringComparison.Ordinal))]);
            while (paths.TryDequeue(out var path))
            {
                if (IsKnown(path) || !await OpensAsync(page, path)) continue;
                foreach (var link in Links(await page.ContentAsync())) paths.Enqueue(link);
            }

            foreach (var code in await CodesAsync(page)) await SeeDossierAsync(page, code);
        }

        /// <summary>Whatever can be done with a dossier now.</summary>
        public async Task SeeDossierAsync(IPage page, string code)
        {
            var dossier = await page.APIRequest.GetAsync("/ho-so/" + code, new() { MaxRedirects = 0 });
            if (dossier.Status != 200) return;
            foreach (var link in Links(await dossier.TextAsync()).Where(link => link.StartsWith("/ho-so/", StringComparison.Ordinal))) await OpensAsync(page, link);
        }

        public async Task LookAsync(IPage page)
        {
            var path = new Uri(page.Url).AbsolutePath;
            if (!Seen.TryAdd(PageTemplates.Of(path) ?? path, path)) return;
            await CheckAsync(() => Accessibility.AssertCleanAsync(page));
            await CheckAsync(() => Sight.AssertVietnameseAsync(page));
            await Sight.KeepPictureAsync(page, path);
            await page.SetViewportSizeAsync(320, 900);
            await CheckAsync(() => Sight.AssertFitsAsync(page));
            await Sight.KeepPictureAsync(page, path);
            await page.SetViewportSizeAsync(1280, 900);
        }

        private bool IsKnown(string address)
        {
            var path = address.Split('?')[0];
            return PageTemplates.Of(path) is { } template ? NoPages.Contains(template) || Seen.ContainsKey(template) : path != Unknown || Seen.ContainsKey(path);
        }

        // Whatever this person may not see answers with an error or another page.
        private async Task<bool> OpensAsync(IPage page, string path)
        {
            if (IsKnown(path) || path.Contains("lang=", StringComparison.Ordinal)) return false;
            var asked = await page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
            if (asked.Status >= 500) Failures.Add($"{path}: {asked.Status}");
            if (asked.Status != 200 && path != Unknown) return false;
            await page.GotoAsync(path);
            await LookAsync(page);
            return true;
        }

        private IEnumerable<string> Links(string html) =>
            Href().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups["path"].Value))
                .Where(link => !IsKnown(link)).DistinctBy(link => PageTemplates.Of(link.Split('?')[0]), StringComparer.Ordinal).ToList();

        private static async Task<IReadOnlyList<string>> CodesAsync(IPage page)
        {
            var codes = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tab in (string[])["cua-toi", "don-vi", "co-quan", "da-xong"])
            {
                foreach (var status in (string[])["", "AwaitingReception", "Received", "Processing", "AwaitingSupplement", "AwaitingPayment", "Completed", "Returned"])
                {
                    var list = await page.APIRequest.GetAsync($"/viec?the={tab}&trang-thai={status}", new() { MaxRedirects = 0 });
                    if (list.Status != 200) return [.. codes];
                    codes.UnionWith(DossierLink().Matches(await list.TextAsync()).Select(match => match.Groups["code"].Value).Distinct(StringComparer.Ordinal).Take(DossiersEach));
                }
            }

            return [.. codes];
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

        [GeneratedRegex("href=\"(?<path>/[^\"#]*)\"", RegexOptions.None, 1000)]
        private static partial Regex Href();

        [GeneratedRegex("href=\"/ho-so/(?<code>[^\"/]+)\"", RegexOptions.None, 1000)]
        private static partial Regex DossierLink();
    }
}
