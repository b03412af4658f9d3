using System.Net;
using AngleSharp.Dom;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using NodaTime;

namespace MinhBach.Tests.FrontDesk;

public sealed class CounterFacts
{
    private const string Counter = "/quay/tiep-nhan/" + Ward.Birth;

    [Theory, BothDatabases]
    public async Task A_dossier_is_taken_in_at_the_counter_and_its_receipt_says_all_that_the_law_asks(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        using var officer = await city.SignInAsync("mot-cua");
        var found = await officer.SubmitAsync(await officer.GetAsync("/quay/tiep-nhan"), "Tìm thủ tục", ("Thủ tục nào?", "dang ky khai sinh"));
        var form = await officer.FollowAsync(found, "Đăng ký khai sinh");

        var receipt = await officer.SubmitAsync(form, "Tiếp nhận, in giấy hẹn F9", [("Họ và tên", "Đỗ Thị Ánh"), ("Số định danh/CCCD", "001 199 000 002"), ("Điện thoại", "0912 345 678"), ("Địa chỉ", "Số 2 Đội Cấn"), .. AllPapers(form)]);

        Assert.Equal("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", receipt.Heading);
        var code = receipt.Path.Split('/')[2];
        var dossier = (await city.Service<DossierLookup>().FindAsync(code, TestContext.Current.CancellationToken))!;
        Assert.Equal(DossierStatus.Received, dossier.Status);
        Assert.Equal("001199000002", dossier.Applicant.NationalId);
        Assert.Equal("Đỗ Thị Ánh", receipt.Row("Tiếp nhận hồ sơ của"));
        Assert.Equal("0912345678", receipt.Row("Số điện thoại"));
        Assert.Contains(Ward.Birth, receipt.Row("Nội dung yêu cầu giải quyết"), StringComparison.Ordinal);
        Assert.Equal("09 giờ 00 phút, ngày 17 tháng 11 năm 2026", receipt.Row("Thời gian nhận hồ sơ"));
        Assert.Contains("2026", receipt.Row("Thời gian trả kết quả"), StringComparison.Ordinal);
        foreach (var text in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", code, city.Service<TrackingSecrets>().Of(dossier.Id), "/tra-cuu/" + code, "Giấy chứng sinh", "NGƯỜI NỘP HỒ SƠ", ward.As("mot-cua").Name })
            Assert.Contains(text, receipt.Text, StringComparison.Ordinal);
        Assert.Equal("Mã QR tra cứu hồ sơ " + code, receipt.Document.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
    }

    [Theory, BothDatabases]
    public async Task The_form_sent_twice_is_one_dossier(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("mot-cua");
        var form = await officer.GetAsync(Counter);
        (string, string)[] typed = [("Họ và tên", "Đỗ Thị Ánh"), .. AllPapers(form)];

        var first = await officer.SubmitAsync(form, "Tiếp nhận, in giấy hẹn F9", typed);
        var second = await officer.SubmitAsync(form, "Tiếp nhận, in giấy hẹn F9", typed);

        Assert.Equal(first.Path, second.Path);
    }

    [Theory, BothDatabases]
    public async Task A_missing_paper_is_named_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("mot-cua");
        var form = await officer.GetAsync(Counter);

        var told = await officer.SubmitAsync(form, "Tiếp nhận, in giấy hẹn F9", ("Họ và tên", "Đỗ Thị Ánh"), ("Số định danh/CCCD", "123"), ("Thư điện tử", "không phải"));

        Assert.Equal(3, told.Errors.Count);
        Assert.Contains("Giấy chứng sinh", told.Errors.Single(error => error.StartsWith("Giấy tờ còn thiếu", StringComparison.Ordinal)), StringComparison.Ordinal);
        var slip = await officer.SubmitAsync(told, "Yêu cầu bổ sung, in phiếu", ("Số định danh/CCCD", ""), ("Thư điện tử", ""), ("Lý do", "Chưa mang theo giấy tờ"));
        Assert.Equal("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", slip.Heading);
        Assert.Equal("Đỗ Thị Ánh", slip.Row("Hồ sơ của"));
        Assert.Contains("Giấy chứng sinh", slip.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_cannot_be_taken_in_is_declined_with_a_reason_and_a_slip(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("mot-cua");
        var form = await officer.GetAsync(Counter);

        Assert.Equal(["Nêu lý do không tiếp nhận hồ sơ."], (await officer.SubmitAsync(form, "Không tiếp nhận, in phiếu", ("Họ và tên", "Đỗ Thị Ánh"))).Errors);
        var slip = await officer.SubmitAsync(form, "Không tiếp nhận, in phiếu", ("Họ và tên", "Đỗ Thị Ánh"), ("Lý do", "Trẻ đã được đăng ký khai sinh."));

        Assert.Equal("PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ", slip.Heading);
        Assert.Contains("Trẻ đã được đăng ký khai sinh.", slip.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Somebody_who_came_before_is_found_and_not_typed_again(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await new Ward(city).SubmitAsync("Hoàng Thị Đào");
        using var officer = await city.SignInAsync("mot-cua");

        foreach (var sought in new[] { "hoang thi", "001199000001", "0912 345 678" })
        {
            var found = await officer.SubmitAsync(await officer.GetAsync(Counter), "Tìm người", ("Người đã nộp hồ sơ trước đây", sought));
            var form = await officer.FollowAsync(found, "Hoàng Thị Đào");
            Assert.Equal("0912345678", form.Document.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#Form_Phone")!.Value);
        }

        using var other = await city.SignInAsync("mot-cua-so");
        Assert.False((await other.SubmitAsync(await other.GetAsync(Counter), "Tìm người", ("Người đã nộp hồ sơ trước đây", "hoang thi"))).HasLink("Hoàng Thị Đào"));
    }

    [Theory, BothDatabases]
    public async Task The_desk_sees_who_waits_and_is_alerted_after_two_hours(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var change = await new Ward(city).SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");
        Assert.DoesNotContain("Quá 2 giờ chưa ai xem", (await officer.GetAsync("/quay")).Text, StringComparison.Ordinal);

        city.Clock.Advance(Duration.FromHours(2));

        var desk = await officer.GetAsync("/quay");
        Assert.True(desk.HasLink(change.Code));
        Assert.Contains("Quá 2 giờ chưa ai xem", desk.Text, StringComparison.Ordinal);
        Assert.Equal("/ho-so/" + change.Code, (await officer.SubmitAsync(desk, "Mở hồ sơ", ("Quét mã QR hoặc gõ mã hồ sơ", "HTTPS://X.VN/TRA-CUU/" + change.Code + "#AB"))).Path);
        Assert.Single((await officer.SubmitAsync(desk, "Mở hồ sơ", ("Quét mã QR hoặc gõ mã hồ sơ", "xyz"))).Errors);
    }

    [Theory, BothDatabases]
    public async Task Papers_are_handed_over_together_with_a_list_to_sign(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var changes = await Task.WhenAll(ward.SubmitAsync("Lê Văn Một", receive: true), ward.SubmitAsync("Lê Văn Hai", receive: true));
        using var officer = await city.SignInAsync("mot-cua");
        city.Clock.Advance(Duration.FromMinutes(30));

        var list = await officer.SubmitAsync(await officer.GetAsync("/quay/ban-giao"), "Bàn giao và in danh sách");

        Assert.StartsWith("/quay/ban-giao/danh-sach", list.Path, StringComparison.Ordinal);
        Assert.Equal("DANH SÁCH BÀN GIAO HỒ SƠ", list.Heading);
        foreach (var text in new[] { "Ký nhận", "BÊN NHẬN", changes[0].Code, changes[1].Code, "Lê Văn Một", ward.As("mot-cua").Name }) Assert.Contains(text, list.Text, StringComparison.Ordinal);
        Assert.All(await Task.WhenAll(changes.Select(ward.ViewAsync)), view => Assert.Equal(DossierStatus.Processing, view.Status));
        Assert.Contains("Không có hồ sơ nào chờ bàn giao.", (await officer.GetAsync("/quay/ban-giao")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_counter_is_closed_to_everybody_else(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        string[] pages = ["/quay", "/quay/tiep-nhan", Counter, "/quay/ban-giao", "/quay/ban-giao/danh-sach", "/quay/tra-ket-qua"];
        using var stranger = city.Visitor();
        using var specialist = await city.SignInAsync("chuyen-vien");
        using var officer = await city.SignInAsync("mot-cua");
        foreach (var address in pages)
        {
            Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(address)).Path, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(address)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/quay/tiep-nhan/9.999999")).Status);
    }

    private static IEnumerable<(string, string)> AllPapers(Page form) =>
        form.Document.QuerySelectorAll("table label").Select(label => (Page.Squeeze(label.TextContent), "Bản chính"));
}
