using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>A real ceremony with chromium's own authenticator: the key is made, opens the account, and is taken away.</summary>
public sealed class PasskeyTests(Browser browser, StartedCity started)
{
    [Fact]
    public async Task A_key_is_made_signs_in_without_a_password_and_is_removed()
    {
        var city = await started.GetAsync();
        // A passkey belongs to a name, never to an address in numbers.
        var page = await browser.OpenAsync(new UriBuilder(city.Address) { Host = "localhost" }.Uri);
        await GiveAuthenticatorAsync(page);
        var person = new Person(page, _ => Task.CompletedTask);
        await person.GoAsync("/dang-ky");
        await person.FillAsync("Họ và tên", "Phạm Thị Lan Anh");
        await person.FillAsync("Thư điện tử", "lan.anh@example.org");
        await person.FillAsync("Mật khẩu", "một câu dài dễ nhớ với tôi");
        await person.PressAsync("Tạo tài khoản");

        await person.GoAsync("/tai-khoan/khoa");
        await person.FillAsync("Đặt tên cho khóa", "Điện thoại của tôi");
        await person.PressAsync("Thêm khóa truy cập");
        Assert.Contains("Điện thoại của tôi", await person.TextAsync(), StringComparison.Ordinal);

        await page.Context.ClearCookiesAsync();
        await person.GoAsync("/dang-nhap?returnUrl=/tai-khoan/khoa");
        await person.PressAsync("Dùng khóa truy cập (passkey)");
        Assert.Equal("/tai-khoan/khoa", person.Path);

        await person.PressAsync("Xóa khóa Điện thoại của tôi");
        Assert.Contains("Bạn chưa có khóa truy cập nào.", await person.TextAsync(), StringComparison.Ordinal);
        await page.Context.ClearCookiesAsync();
        await person.GoAsync("/dang-nhap");
        await person.PressAsync("Dùng khóa truy cập (passkey)");
        Assert.Contains("Chưa dùng được khóa truy cập", await person.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_an_address_in_numbers_it_is_said_why_there_are_none()
    {
        var city = await started.GetAsync();
        var page = await browser.OpenAsync(city.Address);
        var person = new Person(page, _ => Task.CompletedTask);
        await person.SignInAsync("Công dân");

        await person.GoAsync("/tai-khoan/khoa");

        Assert.Contains("cần tên miền", await person.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa truy cập" }).CountAsync());
    }

    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var protocol = await page.Context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
            },
        });
    }
}
