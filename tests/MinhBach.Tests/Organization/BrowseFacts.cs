using System.Net;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Organization;

public sealed class BrowseFacts
{
    [Theory, BothDatabases]
    public async Task A_citizen_finds_a_ward_without_typing_accents_and_sees_who_works_there(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var found = await visitor.SubmitAsync(await visitor.GetAsync("/co-quan"), "Tìm", ("Tìm cơ quan, đơn vị hoặc lĩnh vực", "ba dinh"));
        Assert.True(found.HasLink("UBND phường Ba Đình"));

        var ward = await visitor.FollowAsync(found, "UBND phường Ba Đình");
        Assert.Equal("UBND phường Ba Đình", ward.Heading);
        Assert.Equal("00004", ward.Row("Mã đơn vị"));
        Assert.False(ward.HasLink("Sửa cơ quan này"));

        var desk = await visitor.FollowAsync(ward, "Điểm phục vụ hành chính công");
        Assert.Contains("Cán bộ tiếp nhận và trả kết quả 1 00004", desk.Text, StringComparison.Ordinal);
        Assert.Contains("024 0000 0000", desk.Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task Unknown_places_are_kindly_not_found(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        foreach (var path in new[] { "/co-quan/99999", "/don-vi/1", "/don-vi/abc", "/lich-lam-viec?nam=1900" })
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        Assert.Contains("Không thấy tên nào như vậy", (await visitor.GetAsync("/co-quan?q=xyzzy")).Text, StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task The_calendar_tells_days_off_make_up_days_and_what_is_not_verified(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/lich-lam-viec");
        Assert.Equal("Lịch làm việc năm 2026", page.Heading);
        Assert.Contains("Thứ Bảy, 10/01/2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa kiểm chứng", page.Text, StringComparison.Ordinal);
        Assert.Equal("Lịch làm việc năm 2025", (await visitor.FollowAsync(page, "Năm 2025")).Heading);
    }
}
