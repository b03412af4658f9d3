using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Accounts;

public sealed class SignInFacts
{
    [Theory, BothDatabases]
    public async Task Every_demo_account_signs_in_by_one_click(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        foreach (var account in DemoAccounts.All)
        {
            using var visitor = await city.SignInAsync(account.Key);
            var page = await visitor.GetAsync("/tai-khoan");
            Assert.Equal(account.Email, page.Row("Thư điện tử"));
        }
    }

    [Theory, BothDatabases]
    public async Task The_password_signs_in_and_a_wrong_one_does_not(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/dang-nhap?returnUrl=%2Ftai-khoan");

        var refused = await visitor.SubmitAsync(page, "Đăng nhập", ("Thư điện tử", "noi-vu@demo.minhbach.vn"), ("Mật khẩu", "không phải mật khẩu"));
        Assert.Equal(["Thư điện tử hoặc mật khẩu không đúng"], refused.Errors);

        var signedIn = await visitor.SubmitAsync(refused, "Đăng nhập", ("Thư điện tử", "noi-vu@demo.minhbach.vn"), ("Mật khẩu", DemoAccounts.Password));
        Assert.Equal("Tài khoản", signedIn.Heading);

        var left = await visitor.SubmitAsync(signedIn, "Đăng xuất");
        Assert.True(left.HasLink("Đăng nhập"));
        Assert.Equal("/dang-nhap?returnUrl=%2Ftai-khoan", (await visitor.GetAsync("/tai-khoan")).Path);
    }

    [Theory, BothDatabases]
    public async Task An_empty_form_says_what_to_enter(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/dang-nhap"), "Đăng nhập");
        Assert.Equal(["Nhập thư điện tử", "Nhập mật khẩu"], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task Five_wrong_passwords_lock_the_account_for_ten_minutes(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/dang-nhap");
        for (var tries = 0; tries < 5; tries++)
            page = await visitor.SubmitAsync(page, "Đăng nhập", ("Thư điện tử", "giam-sat@demo.minhbach.vn"), ("Mật khẩu", "sai"));
        page = await visitor.SubmitAsync(page, "Đăng nhập", ("Thư điện tử", "giam-sat@demo.minhbach.vn"), ("Mật khẩu", DemoAccounts.Password));
        Assert.Equal(["Tài khoản tạm khóa 10 phút vì nhập sai nhiều lần. Hãy thử lại sau."], page.Errors);
    }

    [Theory, BothDatabases]
    public async Task A_city_that_is_no_demo_neither_shows_nor_takes_demo_accounts(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind, builder => builder.Services.AddSingleton(new CityOptions { Demo = false }));
        using var visitor = city.Visitor();
        var page = await visitor.GetAsync("/dang-nhap");
        Assert.DoesNotContain("Tài khoản dùng thử", page.Text, StringComparison.Ordinal);

        page = await visitor.SubmitAsync(page, "Đăng nhập", ("Thư điện tử", "quan-tri@demo.minhbach.vn"), ("Mật khẩu", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["Thư điện tử hoặc mật khẩu không đúng"], page.Errors);
    }
}
