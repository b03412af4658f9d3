using System.Net;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Dossiers.Work;

/// <summary>What officials do on the pages of a dossier.</summary>
public sealed class ActionFacts
{
    [Theory, BothDatabases]
    public async Task The_page_shows_who_has_it_until_when_and_only_what_may_be_done_now(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");

        var page = await officer.GetAsync("/ho-so/" + change.Code);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Hồ sơ " + change.Code, page.Heading);
        Assert.Contains("Kiểm tra, tiếp nhận hồ sơ", page.Row("Đang ở bước"), StringComparison.Ordinal);
        Assert.Contains("còn 1 ngày làm việc", page.Row("Đang ở bước"), StringComparison.Ordinal);
        Assert.True(page.HasLink("Tiếp nhận hồ sơ"));
        Assert.False(page.HasLink("Hoàn thành bước"));
        Assert.False(page.HasLink("Xin lỗi và gia hạn"));

        using var specialist = await city.SignInAsync("chuyen-vien");
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync("/ho-so/" + change.Code)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/ho-so/H26.1-261122-9999")).Status);
    }

    [Theory, BothDatabases]
    public async Task The_desk_receives_an_online_dossier_and_prints_its_receipt(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");

        var receipt = await officer.SubmitAsync(await officer.FollowAsync(await officer.GetAsync("/ho-so/" + change.Code), "Tiếp nhận hồ sơ"), "Tiếp nhận hồ sơ");

        Assert.Equal($"/ho-so/{change.Code}/giay/tiep-nhan", receipt.Path);
        Assert.Equal("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", receipt.Heading);
        Assert.Equal(DossierStatus.Received, (await ward.ViewAsync(change)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_step_is_claimed_done_and_sent_back_with_a_reason(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync(receive: true);
        using var desk = await city.SignInAsync("mot-cua");
        var page = await desk.SubmitAsync(await desk.GetAsync("/ho-so/" + change.Code), "Nhận về bàn tôi");
        Assert.Equal(ward.As("mot-cua").PersonId, (await ward.ViewAsync(change)).Now.Single().Person);

        var first = (await ward.ViewAsync(change)).Now.Single().Name;
        page = await desk.SubmitAsync(await desk.FollowAsync(page, "Hoàn thành bước: " + first), "Hoàn thành bước", ("Ghi chú kết quả của bước", "Đã đủ giấy tờ"));
        Assert.Contains("Đã ghi nhận", page.Text, StringComparison.Ordinal);
        var next = (await ward.ViewAsync(change)).Now.Single();
        Assert.NotEqual(first, next.Name);

        using var leader = await city.SignInAsync("lanh-dao");
        var back = await leader.GetAsync($"/ho-so/{change.Code}/tra-lai?buoc={next.Task}");
        Assert.Equal(["Chọn bước nhận lại.", "Nêu lý do trả lại bước trước."], (await leader.SubmitAsync(back, "Trả lại bước trước")).Errors);
        page = await leader.SubmitAsync(back, "Trả lại bước trước", (first, "x"), ("Lý do trả lại", "Thiếu bản chính"));
        Assert.Equal("/ho-so/" + change.Code, page.Path);
        Assert.Equal(first, (await ward.ViewAsync(change)).Now.Single().Name);
        Assert.Contains("Thiếu bản chính", page.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task All_needs_go_into_one_supplement_and_its_slip(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");
        var form = await officer.GetAsync($"/ho-so/{change.Code}/yeu-cau-bo-sung");
        Assert.Equal(["Chọn hoặc ghi ít nhất một giấy tờ còn thiếu.", "Nêu lý do yêu cầu bổ sung."], (await officer.SubmitAsync(form, "Yêu cầu bổ sung")).Errors);

        var slip = await officer.SubmitAsync(form, "Yêu cầu bổ sung", ("Giấy chứng sinh", "x"), ("Nội dung khác cần bổ sung, sửa", "Sửa ngày sinh của con\nKý vào tờ khai"), ("Lý do", "Bản nộp bị mờ"));

        Assert.Equal("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", slip.Heading);
        foreach (var text in new[] { "Giấy chứng sinh", "Sửa ngày sinh của con", "Ký vào tờ khai", "Bản nộp bị mờ", "ngày 02 tháng 12 năm 2026" })
            Assert.Contains(text, slip.Text, StringComparison.Ordinal);

        var supply = await officer.GetAsync($"/ho-so/{change.Code}/nhan-bo-sung");
        Assert.Single((await officer.SubmitAsync(supply, "Nhận giấy tờ bổ sung", ("Giấy chứng sinh", "x"))).Errors);
        await officer.SubmitAsync(supply, "Nhận giấy tờ bổ sung", ("Giấy chứng sinh", "x"), ("Sửa ngày sinh của con", "x"), ("Ký vào tờ khai", "x"));
        Assert.Equal(DossierStatus.AwaitingReception, (await ward.ViewAsync(change)).Status);
        Assert.False((await officer.GetAsync("/ho-so/" + change.Code)).HasLink("Yêu cầu bổ sung"));
    }

    [Theory, BothDatabases]
    public async Task A_broken_rule_is_told_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        var view = await ward.ViewAsync(change);
        using var leader = await city.SignInAsync("lanh-dao");
        using var officer = await city.SignInAsync("mot-cua");
        var open = await officer.GetAsync($"/ho-so/{change.Code}/tu-choi-tiep-nhan");
        await city.Service<ClaimStep>().RunAsync(view.Id, view.Now.Single().Task, ward.As("mot-cua"));

        var told = await officer.SubmitAsync(open, "Không tiếp nhận", ("Lý do không tiếp nhận", "Không thuộc thẩm quyền của phường"));

        Assert.Equal(["Hồ sơ vừa được người khác cập nhật. Tải lại."], told.Errors);
        Assert.Contains("Khi anh/chị mở trang", told.Text, StringComparison.Ordinal);
        Assert.Contains("Bây giờ", told.Text, StringComparison.Ordinal);
        Assert.Contains(ward.As("mot-cua").Name, told.Text, StringComparison.Ordinal);
        Assert.Contains("Không thuộc thẩm quyền của phường", told.Text, StringComparison.Ordinal);

        var slip = await officer.SubmitAsync(told, "Không tiếp nhận");
        Assert.Equal("PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ", slip.Heading);
        Assert.Contains("Không thuộc thẩm quyền của phường", slip.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Whoever_comes_second_is_told_what_happened(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        using var officer = await city.SignInAsync("mot-cua");
        var open = await officer.GetAsync($"/ho-so/{change.Code}/tiep-nhan");
        await city.Service<DeclineDossier>().RunAsync(change.Id, "Nộp nhầm nơi.", ward.As("lanh-dao"));

        var told = await officer.SubmitAsync(open, "Tiếp nhận hồ sơ");

        Assert.Equal(["Hồ sơ vừa được người khác cập nhật. Tải lại."], told.Errors);
        Assert.Contains("Không tiếp nhận hồ sơ: Nộp nhầm nơi.", told.Text, StringComparison.Ordinal);
        Assert.Equal(DossierStatus.NotAccepted, (await ward.ViewAsync(change)).Status);
    }

    [Theory, BothDatabases]
    public async Task Another_agency_answers_on_its_own_page(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.WorkingAsync();
        var step = (await ward.ViewAsync(change)).Now.Single();
        using var leader = await city.SignInAsync("lanh-dao");
        var ask = await leader.GetAsync($"/ho-so/{change.Code}/xin-y-kien?buoc={step.Task}");
        Assert.Equal(3, (await leader.SubmitAsync(ask, "Xin ý kiến cơ quan khác", ("Trả lời trong", "0"))).Errors.Count);
        await leader.SubmitAsync(ask, "Xin ý kiến cơ quan khác", ("Cơ quan được hỏi", "Sở Xây dựng"), ("Nội dung xin ý kiến", "Có thuộc quy hoạch không?"), ("Trả lời trong", "2"));
        var opinion = (await ward.ViewAsync(change)).Now.Single(item => item.IsOpinion);

        using var asked = await city.SignInAsync("lanh-dao-so");
        var give = await asked.GetAsync($"/ho-so/{change.Code}/cho-y-kien?buoc={opinion.Task}");
        Assert.Contains("Có thuộc quy hoạch không?", give.Text, StringComparison.Ordinal);
        var given = await asked.SubmitAsync(give, "Cho ý kiến", ("Ý kiến trả lời", "Phù hợp quy hoạch."));

        Assert.Equal("/ho-so/" + change.Code, given.Path);
        Assert.DoesNotContain((await ward.ViewAsync(change)).Now, item => item.IsOpinion);
    }

    [Theory, BothDatabases]
    public async Task Refusing_stopping_and_withdrawing_print_their_slips(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        using var leader = await city.SignInAsync("lanh-dao");

        var refused = await ward.WorkingAsync();
        var task = (await ward.ViewAsync(refused)).Now.Single().Task;
        var form = await leader.GetAsync($"/ho-so/{refused.Code}/tu-choi?buoc={task}");
        Assert.Single((await leader.SubmitAsync(form, "Từ chối giải quyết")).Errors);
        var slip = await leader.SubmitAsync(form, "Từ chối giải quyết", ("Lý do và căn cứ pháp lý", "Không đủ điều kiện theo Điều 16."));
        Assert.Equal("PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ", slip.Heading);
        Assert.Contains("Không đủ điều kiện theo Điều 16.", slip.Text, StringComparison.Ordinal);

        var stopped = await ward.WorkingAsync();
        slip = await leader.SubmitAsync(await leader.GetAsync($"/ho-so/{stopped.Code}/dung"), "Dừng giải quyết", ("Lý do dừng", "Người nộp đã mất liên lạc."));
        Assert.Equal("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", slip.Heading);

        var withdrawn = await ward.WorkingAsync();
        slip = await leader.SubmitAsync(await leader.GetAsync($"/ho-so/{withdrawn.Code}/rut"), "Rút hồ sơ theo yêu cầu", ("Lý do người nộp nêu", "Không còn nhu cầu."));
        Assert.Contains("Theo yêu cầu của người nộp", slip.Text, StringComparison.Ordinal);
        Assert.Equal(DossierStatus.Withdrawn, (await ward.ViewAsync(withdrawn)).Status);
    }

    [Theory, BothDatabases]
    public async Task A_result_is_returned_and_an_error_in_it_mended(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.DecidedAsync();
        using var officer = await city.SignInAsync("mot-cua");

        var list = await officer.GetAsync("/quay/tra-ket-qua");
        Assert.True(list.HasLink(change.Code));
        var form = await officer.GetAsync("/quay/tra-ket-qua?tim=https://x.vn/tra-cuu/" + change.Code);
        Assert.Equal($"/ho-so/{change.Code}/tra-ket-qua", form.Path);
        Assert.Equal("GIẤY KÝ NHẬN KẾT QUẢ", (await officer.FollowAsync(form, "In giấy ký nhận kết quả")).Heading);
        var page = await officer.SubmitAsync(form, "Trả kết quả");
        Assert.Equal(DossierStatus.Returned, (await ward.ViewAsync(change)).Status);
        Assert.Contains("Đã trả kết quả", page.Text, StringComparison.Ordinal);

        page = await officer.SubmitAsync(await officer.FollowAsync(page, "Báo sai sót trong kết quả"), "Báo sai sót trong kết quả", ("Sai sót", "Sai họ tên mẹ"));
        page = await officer.SubmitAsync(await officer.FollowAsync(page, "Đã đính chính"), "Đã đính chính", ("Đã đính chính thế nào", "Cấp lại bản số 2"));
        Assert.Null((await ward.ViewAsync(change)).Correction);
    }

    [Theory, BothDatabases]
    public async Task Watching_puts_a_dossier_on_ones_own_list(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var ward = new Ward(city);
        var change = await ward.SubmitAsync();
        using var leader = await city.SignInAsync("lanh-dao");

        var page = await leader.SubmitAsync(await leader.GetAsync("/ho-so/" + change.Code), "Theo dõi hồ sơ này");

        Assert.True((await leader.GetAsync("/viec?the=theo-doi")).HasLink(change.Code));
        await leader.SubmitAsync(page, "Thôi theo dõi");
        Assert.False((await leader.GetAsync("/viec?the=theo-doi")).HasLink(change.Code));
    }

    [Theory, BothDatabases]
    public async Task Every_page_of_an_action_answers_strangers_and_unknown_codes(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var stranger = city.Visitor();
        using var citizen = await city.SignInAsync("cong-dan");
        using var officer = await city.SignInAsync("mot-cua");
        foreach (var action in Enum.GetValues<DossierAction>().Where(action => action != DossierAction.Claim))
        {
            var address = "/ho-so/H26.1-261122-9999/" + action.Slug();
            Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(address)).Path, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Forbidden, (await citizen.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(address)).Status);
        }
    }
}
