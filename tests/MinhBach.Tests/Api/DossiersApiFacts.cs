using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Testing;
using MinhBach.Tests.Monitoring;

namespace MinhBach.Tests.Api;

public sealed class DossiersApiFacts
{
    private const string Root = "/api/v1/dossiers";

    // The ward of the demo's officials.
    private const string Ward = "00004";

    [Theory, BothDatabases]
    public async Task A_program_hands_in_follows_and_officials_work_it(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var stranger = city.Visitor();
        using var desk = await city.SignInAsync("mot-cua");
        var (code, secret) = await HandInAsync(stranger.Client);

        var progress = await ReadAsync(await stranger.Client.GetAsync($"{Root}/{code}"));
        Assert.Equal(1, progress.GetProperty("status").GetInt32());
        Assert.False(progress.TryGetProperty("content", out _));
        Assert.DoesNotContain("Trần Thị Mai", progress.GetRawText(), StringComparison.Ordinal);

        using var withSecret = new HttpRequestMessage(HttpMethod.Get, $"{Root}/{code}") { Headers = { { "X-Tracking-Secret", secret } } };
        var full = await ReadAsync(await stranger.Client.SendAsync(withSecret));
        Assert.Equal("Trần Thị Mai", full.GetProperty("content").GetProperty("applicant").GetProperty("name").GetString());

        var received = await desk.Client.PostAsync($"{Root}/{code}/receive", null);
        Assert.Equal(2, (await ReadAsync(received)).GetProperty("status").GetInt32());
        Assert.Equal("\"2\"", received.Headers.ETag!.ToString());
        var tasks = await ReadAsync(await desk.Client.GetAsync("/api/v1/tasks?limit=200"));
        Assert.Contains(tasks.GetProperty("items").EnumerateArray(), item => item.GetProperty("dossier").GetString() == code);
    }

    [Theory, BothDatabases]
    public async Task The_same_key_twice_hands_in_one_dossier_and_another_input_is_refused(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var key = Guid.NewGuid().ToString();

        var first = await HandInAsync(visitor.Client, key);
        var second = await HandInAsync(visitor.Client, key);
        Assert.Equal(first, second);

        var other = await PostAsync(visitor.Client, await CompleteAsync(visitor.Client, "Lê Văn Khác"), key);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("idempotency.mismatch", (await ProblemAsync(other)).GetProperty("code").GetString());
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_said_field_by_field_in_the_callers_language(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();

        var refused = await PostAsync(visitor.Client, new { procedure = "9.9", agency = "x", applicant = new { nationalId = "12" } });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var errors = (await ProblemAsync(refused)).GetProperty("errors");
        Assert.Equal("Không có thủ tục nào có mã này đang hiệu lực.", errors.GetProperty("procedure")[0].GetString());
        Assert.Equal("Chọn cơ quan giải quyết hồ sơ.", errors.GetProperty("agency")[0].GetString());
        Assert.True(errors.TryGetProperty("applicant.name", out _) && errors.TryGetProperty("applicant.nationalId", out _));
    }

    [Theory, BothDatabases]
    public async Task Json_that_cannot_be_read_says_where(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        using var broken = new StringContent("{ \"procedure\": \"1.004873\",\n \"applicant\": { \"birthDate\": \"hôm qua\" } }", Encoding.UTF8, "application/json");

        var refused = await visitor.Client.PostAsync(Root, broken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Dữ liệu JSON sai ở $.applicant.birthDate, dòng 2.", (await ProblemAsync(refused)).GetProperty("detail").GetString());
    }

    [Theory, BothDatabases]
    public async Task Who_saw_an_older_revision_is_told_and_nothing_is_written(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var desk = await city.SignInAsync("mot-cua");
        var (code, _) = await HandInAsync(desk.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{code}/receive") { Headers = { IfMatch = { new EntityTagHeaderValue("\"7\"") } } };

        var refused = await desk.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal("dossier.changed", (await ProblemAsync(refused)).GetProperty("code").GetString());
        Assert.Equal(1, (await ReadAsync(await desk.Client.GetAsync($"{Root}/{code}"))).GetProperty("status").GetInt32());
    }

    [Theory, BothDatabases]
    public async Task A_rule_of_the_work_answers_409_with_its_code(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var desk = await city.SignInAsync("mot-cua");
        var (code, _) = await HandInAsync(desk.Client);

        var refused = await desk.Client.PostAsJsonAsync($"{Root}/{code}/decline", new { reason = " " });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("Nêu lý do không tiếp nhận hồ sơ.", (await ProblemAsync(refused)).GetProperty("title").GetString());
    }

    [Theory, BothDatabases]
    public async Task An_unknown_code_is_not_found_and_strangers_may_not_act(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var stranger = city.Visitor();
        var (code, _) = await HandInAsync(stranger.Client);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(Root + "/H26.99-261117-9999")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.PostAsync($"{Root}/{code}/receive", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.GetAsync("/api/v1/tasks")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.PostAsJsonAsync($"{Root}/{code}/withdraw", new { reason = "Đổi ý." })).StatusCode);
        using var guess = new HttpRequestMessage(HttpMethod.Get, $"{Root}/{code}") { Headers = { { "X-Tracking-Secret", "AAAAA-AAAAA" } } };
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Client.SendAsync(guess)).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task The_applicant_withdraws_with_the_secret(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var visitor = city.Visitor();
        var (code, secret) = await HandInAsync(visitor.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{code}/withdraw") { Headers = { { "X-Tracking-Secret", secret } }, Content = JsonContent.Create(new { reason = "Đổi ý." }) };

        Assert.Equal(7, (await ReadAsync(await visitor.Client.SendAsync(request))).GetProperty("status").GetInt32());
    }

    [Theory, BothDatabases]
    public async Task The_list_of_tasks_goes_on_by_keyset_without_gap_or_repetition(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var desk = await city.SignInAsync("mot-cua");
        for (var i = 0; i < 3; i++) await HandInAsync(desk.Client);

        var whole = await ReadAsync(await desk.Client.GetAsync("/api/v1/tasks?limit=200"));
        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await ReadAsync(await desk.Client.GetAsync("/api/v1/tasks?limit=2" + (next is null ? "" : "&after=" + next)));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("dossier").GetString()! + item.GetProperty("task")));
            next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }
        while (next is not null && seen.Count < 200);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(whole.GetProperty("items").EnumerateArray().Take(seen.Count).Select(item => item.GetProperty("dossier").GetString()! + item.GetProperty("task")).Take(3).ToHashSet(), seen.ToHashSet());
    }

    [Theory, BothDatabases]
    public async Task A_token_acts_as_its_account_within_its_scopes_until_it_is_revoked(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var desk = await city.SignInAsync("mot-cua");
        var made = await desk.SubmitAsync(await desk.GetAsync("/tai-khoan/ma-truy-cap"), "Tạo mã", ("Tên mã", "Phần mềm hộ tịch"));
        var token = made.Document.QuerySelector("[data-mb-token]")!.TextContent;
        var (code, _) = await HandInAsync(desk.Client);

        using var program = city.Visitor();
        program.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await program.Client.GetAsync("/api/v1/tasks")).StatusCode);
        Assert.Equal("scope.dossiers.write", (await ProblemAsync(await program.Client.PostAsync($"{Root}/{code}/receive", null))).GetProperty("code").GetString());

        var page = await desk.GetAsync("/tai-khoan/ma-truy-cap");
        Assert.DoesNotContain(token, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await desk.SubmitAsync(page, "Thu hồi");
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.Client.GetAsync("/api/v1/tasks")).StatusCode);
    }

    [Theory, BothDatabases]
    public async Task A_token_needs_a_name(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        using var desk = await city.SignInAsync("chuyen-vien");
        var page = await desk.SubmitAsync(await desk.GetAsync("/tai-khoan/ma-truy-cap"), "Tạo mã");
        Assert.Equal(["Đặt tên để sau này nhận ra mã"], page.Errors);
        using var stranger = city.Visitor();
        Assert.StartsWith("/dang-nhap", (await stranger.GetAsync("/tai-khoan/ma-truy-cap")).Path, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root) { Content = JsonContent.Create(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<(string Code, string Secret)> HandInAsync(HttpClient client, string? key = null)
    {
        var answer = await ReadAsync(await PostAsync(client, await CompleteAsync(client), key));
        return (answer.GetProperty("code").GetString()!, answer.GetProperty("trackingSecret").GetString()!);
    }

    // Answers whatever the procedure's form asks for.
    private static async Task<object> CompleteAsync(HttpClient client, string name = "Trần Thị Mai")
    {
        var procedure = await ReadAsync(await client.GetAsync("/api/v1/procedures/" + KnownCity.Procedure));
        var answers = procedure.GetProperty("form").GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("fields").EnumerateArray())
            .Where(field => field.GetProperty("required").GetBoolean())
            .ToDictionary(field => field.GetProperty("key").GetString()!, Answer);
        return new { procedure = KnownCity.Procedure, agency = Ward, applicant = new { name, phone = "0912 345 678" }, answers };
    }

    private static string Answer(JsonElement field) => field.GetProperty("kind").GetString() switch
    {
        "choice" => field.GetProperty("choices")[0].GetString()!,
        "date" => "02/09/1990",
        "yesNo" => "yes",
        "number" => "1",
        "nationalId" => "001190000001",
        "phone" => "0912345678",
        "email" => "ten@vidu.vn",
        _ => "Hà Nội",
    };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, (int)answer.StatusCode + " " + text);
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            return json.RootElement.Clone();
        }
    }
}
