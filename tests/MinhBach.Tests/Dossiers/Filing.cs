using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Tests.Dossiers;

/// <summary>A citizen at a browser without scripts who fills a dossier in, page by page.</summary>
internal sealed class Filing(TestCity city, Visitor visitor, string code)
{
    public const string Applicant = "Nguyễn Thị Hồng Hạnh";
    public const string NationalId = "001190012345";
    public const string Phone = "0912345678";
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n% một trang\n%%EOF\n");

    private ProcedureVersion Procedure => city.Service<ProcedureCatalog>().TryFind(code, city.Service<TimeProvider>().Today())!;

    public async Task<Page> StartAsync() => await visitor.SubmitAsync(await visitor.GetAsync("/nop-ho-so/" + code), "Bắt đầu");

    /// <summary>Goes on until the page whose address ends so.</summary>
    public async Task<Page> UntilAsync(string slug)
    {
        var page = await StartAsync();
        for (var pages = 0; !page.Path.Contains(slug, StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 60, $"{slug} was not reached; stuck at {page.Path}: {string.Join(" | ", page.Errors)}");
            page = await AnswerAsync(page);
        }

        return page;
    }

    /// <summary>Fills everything in and hands it in.</summary>
    public async Task<Page> HandInAsync() => await SendAsync(await UntilAsync("/kiem-tra"));

    public Task<Page> SendAsync(Page check) =>
        visitor.SubmitAsync(check, "Nộp hồ sơ", ("Tôi cam đoan các thông tin trên là đúng và chịu trách nhiệm trước pháp luật.", "x"));

    /// <summary>Answers one page rightly.</summary>
    public async Task<Page> AnswerAsync(Page page)
    {
        (string, string)[] fields = page.Path.Split('/', '?')[3] switch
        {
            "nguoi-nop" => [("Công dân", "x"), ("Tôi nộp cho chính mình, hoặc tôi là người đại diện theo pháp luật", "x")],
            "thong-tin" => [("Họ và tên", Applicant), ("Số định danh cá nhân", NationalId), ("Ngày sinh", "2/9/1990"), ("Số điện thoại", Phone)],
            "giay-to" => [("Mang bản giấy đến bộ phận một cửa", "x")],
            "nhan-ket-qua" => [("Tại bộ phận một cửa", "x")],
            _ => [],
        };
        if (page.Path.Contains("/truong-hop", StringComparison.Ordinal)) ((IHtmlInputElement)page.Document.QuerySelector("main input[type=radio]")!).IsChecked = true;
        if (page.Path.Contains("/co-quan", StringComparison.Ordinal)) Choose((IHtmlSelectElement)page.Document.QuerySelector("main select")!);
        if (page.Path.Contains("/noi-dung/", StringComparison.Ordinal)) FillSection(page, int.Parse(page.Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
        return await visitor.SubmitAsync(page, "Lưu và tiếp tục", fields);
    }

    /// <summary>Sends the form of a page with files in it.</summary>
    public async Task<Page> UploadAsync(Page page, IReadOnlyDictionary<string, string> fields, params (string Field, string Name, byte[] Content)[] files)
    {
        var form = ((IHtmlFormElement)page.Document.QuerySelector("form[enctype='multipart/form-data']")!);
        using var body = new MultipartFormDataContent();
        body.Add(new StringContent(((IHtmlInputElement)form.QuerySelector("input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken");
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            body.Add(part, field, name);
        }

        using var answer = await visitor.Client.PostAsync(new Uri(page.Path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html));
    }

    private void FillSection(Page page, int number)
    {
        foreach (var field in Procedure.Form.Sections[number - 1].Fields)
        {
            switch (page.Document.QuerySelector($"[name='f-{field.Key}']"))
            {
                case IHtmlInputElement { Type: "radio" } first:
                    first.IsChecked = true;
                    break;
                case IHtmlInputElement input:
                    input.Value = ValueOf(field.Kind);
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = "Đề nghị giải quyết theo quy định.";
                    break;
                case IHtmlSelectElement select:
                    Choose(select);
                    break;
            }
        }
    }

    private static void Choose(IHtmlSelectElement select) => select.Value = select.Options[1].Value;

    private static string ValueOf(FormFieldKind kind) => kind switch
    {
        FormFieldKind.Date => "02/09/2020",
        FormFieldKind.Number => "12",
        FormFieldKind.Phone => Phone,
        FormFieldKind.Email => "an@vidu.vn",
        FormFieldKind.NationalId => NationalId,
        _ => "Số 1 Huế",
    };
}
