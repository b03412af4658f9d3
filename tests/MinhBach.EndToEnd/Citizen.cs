using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MinhBach.EndToEnd;

/// <summary>A citizen who files, follows and supplies.</summary>
internal sealed partial class Citizen(Person person)
{
    private const int MostPages = 40;

    /// <summary>The code of the dossier, once it is handed in.</summary>
    public string Code { get; private set; } = "";

    public string Secret { get; private set; } = "";

    /// <summary>Finds a procedure by its words, reads it, and hands a dossier in.</summary>
    /// <param name="words">What is typed into the search.</param>
    /// <param name="procedure">The name of the procedure.</param>
    /// <param name="agency">To whom, if one can choose.</param>
    /// <param name="byProxy">Whether it is filed for somebody else.</param>
    public async Task FileAsync(string words, string procedure, string agency, bool byProxy = false)
    {
        await person.GoAsync("/");
        await person.GoAsync("/thu-tuc");
        await person.FillAsync("Tìm theo tên, lĩnh vực hoặc mã", words);
        await person.PressAsync("Tìm");
        await person.ClickAsync(person.Page.GetByRole(AriaRole.Link, new() { Name = procedure, Exact = true }));
        await person.FollowAsync("Nộp hồ sơ");
        await person.PressAsync("Bắt đầu");
        for (var pages = 0; !person.Path.EndsWith("/kiem-tra", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < MostPages, $"Stuck at {person.Path}: {await person.TextAsync()}");
            await AnswerAsync(agency, byProxy);
            await person.PressAsync("Lưu và tiếp tục");
        }

        Assert.Contains("Nguyễn Thị Hồng Hạnh", await person.TextAsync(), StringComparison.Ordinal);
        await person.TickAsync("Tôi cam đoan");
        await person.PressAsync("Nộp hồ sơ");
        var receipt = await person.TextAsync();
        Code = CodePattern().Match(receipt).Value;
        Secret = SecretPattern().Match(receipt).Value;
        Assert.NotEmpty(Code);
        Assert.NotEmpty(Secret);
    }

    /// <summary>Opens the tracking page with the code and the secret on the receipt, as on another device.</summary>
    public async Task TrackAsync()
    {
        await person.GoAsync("/tra-cuu");
        await person.FillAsync("Mã hồ sơ", Code);
        await person.PressAsync("Tra cứu");
        if (await person.Page.GetByLabel("Mã tra cứu").CountAsync() == 0) return;
        await person.FillAsync("Mã tra cứu", Secret);
        await person.PressAsync("Xem toàn bộ hồ sơ");
    }

    public async Task SupplyAsync()
    {
        await TrackAsync();
        await person.FollowAsync("Gửi bổ sung");
        foreach (var box in await person.Page.GetByLabel("Tôi sẽ mang bản giấy đến bộ phận một cửa").AllAsync()) await box.CheckAsync();
        await person.PressAsync("Gửi bổ sung");
    }

    /// <summary>Opens what else there is to a dossier of one's own.</summary>
    public async Task LookAroundAsync()
    {
        await TrackAsync();
        await person.FollowAsync("In giấy xác nhận");
        await TrackAsync();
        await person.FollowAsync("Xem và tải bằng chứng");
        await TrackAsync();
        await person.FollowAsync("Rút hồ sơ");
    }

    private async Task AnswerAsync(string agency, bool byProxy)
    {
        var form = person.Page.Locator("main form").Last;
        if (person.Path.Contains("/co-quan", StringComparison.Ordinal)) await form.Locator("select").SelectOptionAsync(new SelectOptionValue { Label = agency });
        else if (person.Path.EndsWith("/thong-tin", StringComparison.Ordinal)) await WhoAsync();
        else if (person.Path.Contains("/giay-to/", StringComparison.Ordinal)) await PaperAsync();
        else
        {
            if (byProxy && person.Path.EndsWith("/nguoi-nop", StringComparison.Ordinal)) await person.TickAsync("Tôi nộp thay theo ủy quyền");
            await Answers.FillAsync(form);
        }
    }

    private async Task WhoAsync()
    {
        await person.FillAsync("Họ và tên", "Nguyễn Thị Hồng Hạnh");
        await person.FillAsync("Số định danh cá nhân", "001190012345");
        await person.FillAsync("Số điện thoại", "0912345678");
    }

    private Task PaperAsync() => person.TickAsync("Mang bản giấy đến bộ phận một cửa");

    [GeneratedRegex(@"[A-Z]\d\d(?:\.[0-9A-Z]+)*-\d{6}-\d{4,}", RegexOptions.None, 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", RegexOptions.None, 1000)]
    private static partial Regex SecretPattern();
}
