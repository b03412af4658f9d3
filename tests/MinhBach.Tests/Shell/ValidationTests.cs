using AngleSharp.Html.Dom;

namespace MinhBach.Tests.Shell;

public sealed class ValidationTests(ShellHost host) : IClassFixture<ShellHost>
{
    private static readonly Dictionary<string, string> Wrong = new()
    {
        ["Form.FullName"] = "A",
        ["Form.BornOn"] = "31/02/2026",
        ["Form.Email"] = "ten",
        ["Form.Copies"] = "hai",
        ["Form.Ward"] = "",
        ["Form.Note"] = "Đã gọi điện",
    };

    [Fact]
    public async Task Wrong_input_is_explained_in_Vietnamese_in_the_order_of_the_form()
    {
        var page = await Post("vi", Wrong);

        Assert.Equal(
            [
                "“Họ và tên” cần dài từ 2 đến 100 ký tự.",
                "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/09/2026.",
                "Nhập địa chỉ thư điện tử đúng dạng, ví dụ ten@example.vn.",
                "“hai” không dùng được cho mục “Số bản sao”. Hãy kiểm tra và nhập lại.",
                "Chọn phường hoặc xã nơi cư trú",
                "Chọn cách nhận kết quả",
                "Chọn giấy tờ kèm theo",
            ],
            page.QuerySelectorAll("[role=alert] li").Select(e => e.TextContent));
        Assert.StartsWith("Lỗi: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_error_leads_to_its_field_which_says_it_again()
    {
        var page = await Post("vi", Wrong);

        foreach (var link in page.QuerySelectorAll("[role=alert] a"))
        {
            var field = page.GetElementById(link.GetAttribute("href")!.TrimStart('#'))!;
            var described = string.Join(' ', new[] { field, field.Closest("fieldset") }.Select(e => e?.GetAttribute("aria-describedby")).Where(ids => ids is not null));
            Assert.Contains(link.TextContent, string.Concat(described.Split(' ').Select(id => page.GetElementById(id)!.TextContent)), StringComparison.Ordinal);
        }

        Assert.Equal("true", page.GetElementById("Form_Email")!.GetAttribute("aria-invalid"));
        Assert.Null(page.GetElementById("Form_Note")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Nothing_typed_is_lost()
    {
        var page = await Post("vi", Wrong);

        Assert.Equal("31/02/2026", page.GetElementById("Form_BornOn")!.GetAttribute("value"));
        Assert.Equal("hai", page.GetElementById("Form_Copies")!.GetAttribute("value"));
        Assert.Equal("Đã gọi điện", ((IHtmlTextAreaElement)page.GetElementById("Form_Note")!).Value);
    }

    [Fact]
    public async Task Wrong_input_is_explained_in_English_to_who_reads_English()
    {
        var page = await Post("en", Wrong);

        Assert.Contains("“Full name” must be between 2 and 100 characters long.", page.QuerySelectorAll("[role=alert] li").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Right_input_passes_with_dates_and_choices_read_as_people_write_them()
    {
        var page = await Post("vi", new()
        {
            ["Form.FullName"] = "Nguyễn Thị Ánh",
            ["Form.BornOn"] = "2/9/1990",
            ["Form.Copies"] = "2",
            ["Form.Ward"] = "00070",
            ["Form.Channel"] = "truc-tuyen",
            ["Form.Papers"] = "to-khai",
            ["Form.Confirmed"] = "true",
        });

        Assert.Empty(page.QuerySelectorAll("[role=alert] li").Select(e => e.TextContent));
        Assert.Contains("Biểu mẫu mẫu đã điền đúng.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[value=truc-tuyen]")!).IsChecked);
        Assert.True(((IHtmlInputElement)page.QuerySelector("input[value=to-khai]")!).IsChecked);
        Assert.True(((IHtmlInputElement)page.GetElementById("Form_Confirmed")!).IsChecked);
    }

    private async Task<IHtmlDocument> Post(string language, Dictionary<string, string> fields)
    {
        var client = host.Client(language);
        var form = await ShellHost.Read(await client.GetAsync("/he-thong-thiet-ke"));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        return await ShellHost.Read(await client.PostAsync("/he-thong-thiet-ke", content));
    }
}
