using System.Net;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Edit;
using MinhBach.Testing;
using NodaTime;

namespace MinhBach.Tests.Organization;

public sealed class EditFacts
{
    private static readonly LocalDate Today = new(2026, 11, 17);

    [Theory, BothDatabases]
    public async Task A_renamed_unit_keeps_its_old_name_for_old_papers(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var unit = UnitOf(city, "00008", "Phòng Văn hóa - Xã hội");

        var page = await officer.GetAsync("/quan-tri/co-quan/don-vi/" + unit.Id);
        page = await officer.SubmitAsync(page, "Lưu", ("Tên đơn vị", "Phòng Văn hóa, Xã hội và Thông tin"), ("Có hiệu lực từ", "15/11/2026"));
        Assert.Contains("Đã lưu.", page.Text, StringComparison.Ordinal);

        var map = city.Service<OrganizationLookup>().Current;
        Assert.Equal("Phòng Văn hóa, Xã hội và Thông tin", map.Unit(unit.Id).NameOn(Today));
        Assert.Equal("Phòng Văn hóa - Xã hội", map.Unit(unit.Id).NameOn(new(2026, 11, 14)));
        var reloaded = await ReloadAsync(city);
        Assert.Equal("Phòng Văn hóa - Xã hội", reloaded.Unit(unit.Id).NameOn(new(2026, 11, 14)));
        Assert.Contains("Phòng Văn hóa - Xã hội", (await officer.GetAsync("/don-vi/" + unit.Id)).Row("Tên đến 14/11/2026"), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_second_of_two_editors_is_shown_both_versions(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var first = await city.SignInAsync("noi-vu");
        using var second = await city.SignInAsync("quan-tri");
        var path = "/quan-tri/co-quan/don-vi/" + UnitOf(city, "00025", "Phòng Văn hóa - Xã hội").Id;
        var (one, two) = (await first.GetAsync(path), await second.GetAsync(path));
        await first.SubmitAsync(one, "Lưu", ("Điện thoại", "024 1111 1111"));

        var refused = await second.SubmitAsync(two, "Lưu", ("Điện thoại", "024 2222 2222"));

        Assert.Equal(["Người khác vừa sửa mục này. Hãy xem lại cả hai bản rồi lưu lại."], refused.Errors);
        Assert.Equal("024 1111 1111", refused.Row("Điện thoại"));
        var saved = await second.SubmitAsync(refused, "Lưu");
        Assert.Contains("Đã lưu.", saved.Text, StringComparison.Ordinal);
        Assert.Equal("024 2222 2222", UnitOf(city, "00025", "Phòng Văn hóa - Xã hội").Phone);
    }

    [Theory, BothDatabases]
    public async Task A_desk_open_on_Saturday_mornings_says_so_and_moves_no_deadline(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var agency = city.Service<OrganizationLookup>().Current.AgencyByCode("00025")!;
        var page = await officer.GetAsync("/quan-tri/co-quan/" + agency.Id);
        (string, string)[] basis = [("Căn cứ", "Quyết định 12/QĐ-UBND")];

        var refused = await officer.SubmitAsync(page, "Lưu", [("Thứ Bảy", "8 giờ sáng"), .. basis]);
        Assert.Equal(["Không đọc được giờ “8 giờ sáng”. Hãy viết như 8:00–12:00, 13:30–17:30."], refused.Errors);
        await officer.SubmitAsync(refused, "Lưu", [("Thứ Bảy", "8h-11h30"), .. basis]);

        var calendars = city.Service<CityCalendars>();
        agency = (await ReloadAsync(city)).AgencyByCode("00025")!;
        var desk = calendars.ServiceHours(agency);
        Assert.True(desk.IsOpen(At(new(2026, 11, 21, 9, 0))));
        Assert.False(desk.IsOpen(At(new(2026, 11, 21, 12, 0))));
        Assert.False(calendars.For(agency.Id).IsWorkingDay(new(2026, 11, 21)));
        Assert.Contains("Thứ Bảy: 8:00–11:30", (await officer.GetAsync("/co-quan/00025")).Row("Giờ tiếp dân"), StringComparison.Ordinal);
        Assert.DoesNotContain("Thứ Bảy", (await officer.GetAsync("/co-quan/00008")).Row("Giờ tiếp dân"), StringComparison.Ordinal);

        static Instant At(LocalDateTime local) => local.InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"]).ToInstant();
    }

    [Theory, BothDatabases]
    public async Task A_new_holder_takes_over_and_a_substitute_may_act_for_a_while(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var map = city.Service<OrganizationLookup>().Current;
        var post = map.PostsOf(UnitOf(city, "00070", "Lãnh đạo UBND").Id, Today).First();
        var before = map.HolderOf(post.Id, Today)!;
        var path = "/quan-tri/co-quan/vi-tri/" + post.Id;

        var page = await officer.SubmitAsync(await officer.GetAsync(path), "Bổ nhiệm",
            ("Họ và tên", "Trần Thị Bích Ngọc"), ("Từ ngày", "17/11/2026"), ("Căn cứ", "Quyết định 12/QĐ-UBND ngày 10/11/2026"));
        Assert.Contains("Đã bổ nhiệm.", page.Text, StringComparison.Ordinal);
        map = city.Service<OrganizationLookup>().Current;
        Assert.Equal("Trần Thị Bích Ngọc", map.HolderOf(post.Id, Today)!.Name);
        Assert.Equal(before, map.HolderOf(post.Id, Today.PlusDays(-1)));

        var deputy = map.HolderOf(map.PostsOf(post.Unit, Today).Skip(1).First().Id, Today)!;
        page = await officer.SubmitAsync(page, "Giao quyền",
            ("Giao cho", deputy.Id.ToString()), ("Hình thức", "Thay thế"), ("Từ ngày", "18/11/2026"), ("Đến hết ngày", "20/11/2026"), ("Căn cứ hoặc lý do", "Đi công tác"));
        Assert.Contains("Đã giao quyền.", page.Text, StringComparison.Ordinal);
        map = await ReloadAsync(city);
        Assert.DoesNotContain(map.PostsOf(deputy.Id, Today), held => held.Post.Id == post.Id);
        var lent = Assert.Single(map.PostsOf(deputy.Id, new(2026, 11, 20)), held => held.Post.Id == post.Id);
        Assert.Equal("Trần Thị Bích Ngọc", lent.OnBehalfOf!.Name);
        Assert.DoesNotContain(map.PostsOf(deputy.Id, new(2026, 11, 21)), held => held.Post.Id == post.Id);
    }

    [Theory, BothDatabases]
    public async Task A_merged_agency_stays_for_old_dossiers_and_its_posts_end(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var map = city.Service<OrganizationLookup>().Current;
        var (old, into) = (map.AgencyByCode("SDL")!, map.AgencyByCode("SVHTT")!);
        var official = map.Data.Holdings.First(holding => map.Unit(map.Post(holding.Post).Unit).Agency == old.Id).Person;

        var page = await officer.SubmitAsync(await officer.GetAsync($"/quan-tri/co-quan/{old.Id}/sap-xep"), "Sắp xếp",
            ("Nhập cả cơ quan này vào cơ quan khác", "x"), ("Cơ quan nhận", into.Name), ("Có hiệu lực từ", "17/11/2026"), ("Căn cứ", "Nghị quyết 1/NQ-HĐND"));

        Assert.Contains("Đã ghi việc sắp xếp.", page.Text, StringComparison.Ordinal);
        map = await ReloadAsync(city);
        Assert.False(map.Agency(old.Id).Stands(Today));
        Assert.NotEmpty(map.UnitsOf(old.Id));
        Assert.Empty(map.PostsOf(official, Today));
        Assert.NotEmpty(map.PostsOf(official, Today.PlusDays(-1)));
        Assert.Equal(into.Id, map.DepartmentFor("Du lịch")!.Id);
        Assert.Equal(into.Id, Assert.Single(map.SuccessorsOf(old.Id)).To);
        Assert.Contains("không còn hoạt động từ 16/11/2026", (await officer.GetAsync("/co-quan/SDL")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Broken_rules_are_told_beside_the_form_and_change_nothing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        var before = city.Service<OrganizationLookup>().Current;
        var page = await officer.GetAsync("/quan-tri/co-quan/them");
        page = await officer.SubmitAsync(page, "Thêm cơ quan", ("Tên cơ quan", "UBND xã Mới"), ("Mã đơn vị", "00004"), ("Mã định danh trong mã hồ sơ", "H26.999"),
            ("Xã, phường", "x"), ("Căn cứ", "Nghị quyết"));
        Assert.Equal(["Mã “00004” đang được một cơ quan khác dùng."], page.Errors);
        page = await officer.SubmitAsync(page, "Thêm cơ quan", ("Tên cơ quan", ""), ("Mã định danh trong mã hồ sơ", "26"));
        Assert.Contains("Nhập tên cơ quan", page.Errors);
        Assert.Contains("Mã định danh có dạng H26.27", page.Errors);
        Assert.Same(before, city.Service<OrganizationLookup>().Current);
    }

    [Theory, BothDatabases]
    public async Task A_day_off_of_one_agency_leaves_the_others_working(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var calendars = city.Service<CityCalendars>();
        var map = city.Service<OrganizationLookup>().Current;
        var (one, other) = (map.AgencyByCode("00004")!.Id, map.AgencyByCode("00008")!.Id);

        await city.Service<ChangeCalendarDay>().RunAsync(
            new(one, new(2026, 11, 18), MinhBach.WorkingTime.DayKind.LocalOff, "Nghỉ do mất điện", "Thông báo 5/TB-UBND"), Actor.System, TestContext.Current.CancellationToken);

        Assert.False(calendars.For(one).IsWorkingDay(new(2026, 11, 18)));
        Assert.True(calendars.For(other).IsWorkingDay(new(2026, 11, 18)));
        await ReloadAsync(city);
        Assert.False(calendars.For(one).IsWorkingDay(new(2026, 11, 18)));
        using var visitor = city.Visitor();
        Assert.Contains("Nghỉ do mất điện", (await visitor.GetAsync("/lich-lam-viec?coQuan=00004")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/lich-lam-viec")).Status);
    }

    private static Unit UnitOf(TestCity city, string agency, string name)
    {
        var map = city.Service<OrganizationLookup>().Current;
        return map.UnitsOf(map.AgencyByCode(agency)!.Id, Today).Single(unit => unit.Name == name);
    }

    private static async Task<OrganizationMap> ReloadAsync(TestCity city)
    {
        await city.Services.LoadOrganizationAsync(TestContext.Current.CancellationToken);
        return city.Service<OrganizationLookup>().Current;
    }
}
