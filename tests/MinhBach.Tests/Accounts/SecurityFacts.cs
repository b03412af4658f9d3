using System.Buffers.Binary;
using System.Security.Cryptography;
using MinhBach.Accounts.Admin;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Starter;
using MinhBach.Testing;

namespace MinhBach.Tests.Accounts;

public sealed class SecurityFacts
{
    private const string Password = "một câu chỉ mình tôi nhớ";

    [Theory, BothDatabases]
    public async Task A_citizen_registers_changes_the_password_and_signs_in_with_a_second_step(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var citizen = city.Visitor();
        var page = await citizen.SubmitAsync(await citizen.GetAsync("/dang-ky"), "Tạo tài khoản", ("Họ và tên", "Lê Thị Hoa"), ("Thư điện tử", "hoa@example.vn"), ("Mật khẩu", "ngắn"));
        Assert.Equal(["Dùng mật khẩu dài ít nhất 12 ký tự", "Dùng ít nhất 5 ký tự khác nhau trong mật khẩu"], page.Errors);
        page = await citizen.SubmitAsync(page, "Tạo tài khoản", ("Mật khẩu", Password));
        Assert.Equal("Lê Thị Hoa", page.Row("Họ và tên"));

        page = await citizen.SubmitAsync(await citizen.GetAsync("/tai-khoan/mat-khau"), "Đổi mật khẩu", ("Mật khẩu hiện tại", "không đúng"), ("Mật khẩu mới", Password + "!"));
        Assert.Equal(["Mật khẩu hiện tại không đúng"], page.Errors);
        page = await citizen.SubmitAsync(page, "Đổi mật khẩu", ("Mật khẩu hiện tại", Password), ("Mật khẩu mới", Password + "!"));
        Assert.Contains("Đã đổi mật khẩu.", page.Text, StringComparison.Ordinal);

        page = await citizen.GetAsync("/tai-khoan/hai-buoc");
        Assert.StartsWith("data:image/png;base64,", page.Document.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        var key = page.Document.QuerySelector("main ol code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        page = await citizen.SubmitAsync(page, "Bật xác thực hai bước", ("Mã 6 số", Totp(key)));
        var recovery = page.Document.QuerySelectorAll("main li code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        await citizen.SubmitAsync(page, "Đăng xuất");

        foreach (var code in new[] { Totp(key), recovery[0] })
        {
            using var again = city.Visitor();
            page = await again.SubmitAsync(await again.GetAsync("/dang-nhap"), "Đăng nhập", ("Thư điện tử", "hoa@example.vn"), ("Mật khẩu", Password + "!"));
            Assert.Equal("Xác thực hai bước", page.Heading);
            page = await again.SubmitAsync(page, "Tiếp tục", ("Mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng", "000000"));
            Assert.Single(page.Errors);
            page = await again.SubmitAsync(page, "Tiếp tục", ("Mã 6 số trong ứng dụng xác thực, hoặc một mã dự phòng", code));
            Assert.Equal("Tài khoản", page.Heading);
        }
    }

    [Theory, BothDatabases]
    public async Task The_first_administrator_changes_the_one_time_password_before_anything_opens(DatabaseKind kind)
    {
        await using var city = await TestCity.StartEmptyAsync(kind, demo: false);
        await city.Service<OrganizationSeeder>().SeedAsync(null, demo: false, TestContext.Current.CancellationToken);
        var oneTime = await city.ScopedAsync<CreateAdministrator, string?>(create => create.RunAsync(new("quan.tri@hanoi.example", "Phạm Văn Quản", null), TestContext.Current.CancellationToken));

        using var admin = city.Visitor();
        var page = await admin.SubmitAsync(await admin.GetAsync("/dang-nhap"), "Đăng nhập", ("Thư điện tử", "quan.tri@hanoi.example"), ("Mật khẩu", oneTime!));
        Assert.Equal("Đổi mật khẩu", page.Heading);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await admin.GetAsync("/quan-tri/co-quan")).Status);

        await admin.SubmitAsync(page, "Đổi mật khẩu", ("Mật khẩu hiện tại", oneTime!), ("Mật khẩu mới", Password));
        Assert.Equal("Quản trị tổ chức", (await admin.GetAsync("/quan-tri/co-quan")).Heading);
        var map = city.Service<OrganizationLookup>().Current;
        Assert.Equal("Phạm Văn Quản", Assert.Single(map.Data.People).Name);
    }

    [Theory, BothDatabases]
    public async Task A_weak_password_or_a_taken_address_makes_no_administrator(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        foreach (var input in new[] { new NewAdministrator("moi@hanoi.example", "A", "matkhau"), new NewAdministrator("quan-tri@demo.minhbach.vn", "A", Password) })
            await Assert.ThrowsAsync<RuleBroken>(() => city.ScopedAsync<CreateAdministrator, string?>(create => create.RunAsync(input, TestContext.Current.CancellationToken)));
    }

    [Theory, BothDatabases]
    public async Task Losing_the_post_takes_the_rights_at_once(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var officer = await city.SignInAsync("noi-vu");
        Assert.Equal("Quản trị tổ chức", (await officer.GetAsync("/quan-tri/co-quan")).Heading);
        var map = city.Service<OrganizationLookup>().Current;
        var post = map.Data.Posts.Single(post => post.Role == PostRole.HomeAffairs);
        await officer.SubmitAsync(await officer.GetAsync("/quan-tri/co-quan/vi-tri/" + post.Id), "Ghi nhận thôi giữ vị trí",
            ("Ngày cuối cùng", "16/11/2026"), ("Căn cứ hoặc lý do", "Nghỉ hưu"));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await officer.GetAsync("/quan-tri/co-quan")).Status);
    }

    // RFC 6238 with SHA-1, 30 seconds and six digits, as authenticator apps compute it; Identity reads the machine's clock.
    private static string Totp(string base32)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 as apps implement it.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }
}
