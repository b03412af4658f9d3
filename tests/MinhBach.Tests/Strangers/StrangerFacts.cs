using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Testing;

namespace MinhBach.Tests.Strangers;

/// <summary>Whatever a stranger sends, the city answers with a kind refusal, changes nothing and never breaks.</summary>
public sealed class StrangerFacts
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly string[] Hostile =
    [
        "..%2F..%2Fetc%2Fpasswd", "..%5C..%5Cwindows", ".", "%00", "a%00b", "%FF%FE", "%0D%0ASet-Cookie:%20a=b",
        Uri.EscapeDataString(Script), "%27%20OR%201%3D1%20--", new string('9', 3000), "-1", "0", "9223372036854775808", "NaN",
        "%E2%80%AE%C4%91", "%F0%9F%98%80", "2026-13-45", "%25s%25n", "{code}", "%20",
    ];

    // What lists, searches and figures of ours take, and what a stranger tries.
    private static readonly string[] Parameters =
    [
        "q", "tim", "code", "ma", "from", "to", "tu", "den", "groupBy", "theo", "after", "cursor", "sau", "page", "trang", "limit", "lang",
        "handler", "tab", "linh-vuc", "co-quan", "thu-tuc", "trang-thai", "field", "agency", "procedure", "status", "sort", "id", "file", "returnUrl",
    ];

    private static readonly string[] People = ["", "mot-cua", "chuyen-vien", "quan-tri"];

    [Theory, BothDatabases]
    public async Task Hostile_addresses_get_an_answer_and_change_nothing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var endpoints = CityEndpoints.Of(city);
        var failures = new List<string>();
        foreach (var person in People)
        {
            using var visitor = person.Length == 0 ? city.Visitor() : await city.SignInAsync(person);
            var before = await Counts.OfAsync(city);
            // A server refuses U+0000 in a path by itself, and the test's own does not even send it.
            foreach (var pattern in endpoints.Where(pattern => pattern.Parameters.Count > 0))
                foreach (var text in Hostile.Where(text => !text.Contains("%00", StringComparison.Ordinal)))
                    await AskAsync(visitor, HttpMethod.Get, CityEndpoints.Fill(pattern, text), null, failures);
            Assert.Empty((await Counts.OfAsync(city)).Where(now => before[now.Key] != now.Value));
        }

        Assert.True(endpoints.Count > 20, $"{endpoints.Count} endpoints");
        Assert.Empty(failures);
    }

    [Theory, BothDatabases]
    public async Task Hostile_questions_get_an_answer_and_change_nothing(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var failures = new List<string>();
        foreach (var person in People)
        {
            using var visitor = person.Length == 0 ? city.Visitor() : await city.SignInAsync(person);
            var before = await Counts.OfAsync(city);
            foreach (var path in CityEndpoints.Of(city).Where(pattern => pattern.Parameters.Count == 0).Select(pattern => CityEndpoints.Fill(pattern, "")))
                foreach (var text in Hostile)
                    await AskAsync(visitor, HttpMethod.Get, path + "?" + string.Join('&', Parameters.Select(name => $"{name}={text}")), null, failures);
            Assert.Empty((await Counts.OfAsync(city)).Where(now => before[now.Key] != now.Value));
        }

        Assert.Empty(failures);
    }

    [Theory, BothDatabases]
    public async Task Forms_without_their_token_methods_nobody_offers_and_bodies_of_other_kinds_are_refused(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        var failures = new List<string>();
        foreach (var person in People)
        {
            using var visitor = person.Length == 0 ? city.Visitor() : await city.SignInAsync(person);
            var before = await Counts.OfAsync(city);
            foreach (var path in CityEndpoints.Of(city).Select(pattern => CityEndpoints.Fill(pattern, "1")).Distinct(StringComparer.Ordinal))
            {
                foreach (var body in Bodies())
                    await AskAsync(visitor, HttpMethod.Post, path, body, failures, mustRefuse: true);
                foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Trace, new("PROPFIND")])
                    await AskAsync(visitor, method, path, null, failures, mustRefuse: true);
            }

            Assert.Empty((await Counts.OfAsync(city)).Where(now => before[now.Key] != now.Value));
        }

        Assert.Empty(failures);
    }

    private static IEnumerable<HttpContent?> Bodies()
    {
        yield return null;
        yield return Text("a=1", "application/x-www-form-urlencoded");
        yield return Text("=&=&&&%&%zz=%", "application/x-www-form-urlencoded");
        yield return Text("a=%00&b=%FF", "application/x-www-form-urlencoded");
        yield return Text(string.Concat(Enumerable.Repeat("a&", 3000)), "application/x-www-form-urlencoded");
        yield return Text(new string('k', 70_000) + "=1", "application/x-www-form-urlencoded");
        yield return Text("{\"a\":", "application/json");
        yield return Text("{\"code\":\"\\u0000\",\"agency\":1e999}", "application/json");
        yield return Text(string.Concat(Enumerable.Repeat("[", 5000)), "application/json");
        yield return Text("null", "application/json");
        yield return Text("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>", "application/xml");
        yield return Text("a", "multipart/form-data");
        yield return Text("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../x\"\r\n\r\nx", "multipart/form-data; boundary=b");
        yield return Text("a=1", "application/x-www-form-urlencoded; charset=utf-7");
    }

    private static ByteArrayContent Text(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static async Task AskAsync(Visitor visitor, HttpMethod method, string path, HttpContent? body, List<string> failures, bool mustRefuse = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        var told = $"{method} {(path.Length > 120 ? path[..120] + "…" : path)} {body?.Headers.ContentType}";
        try
        {
            using var answer = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var landed = answer.RequestMessage!.RequestUri!.AbsolutePath;
            if ((int)answer.StatusCode >= 500) failures.Add($"{told}: {(int)answer.StatusCode}");
            else if (mustRefuse && (int)answer.StatusCode < 400 && landed is not "/dang-nhap") failures.Add($"{told}: {(int)answer.StatusCode}, not refused");
            if (text.Contains(Script, StringComparison.OrdinalIgnoreCase)) failures.Add($"{told}: a script came back as it was sent");
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Found) return;
            if (text.Length == 0 && !(method == HttpMethod.Head)) failures.Add($"{told}: {(int)answer.StatusCode} without a word");
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            failures.Add($"{told}: {broken.GetType().Name} {broken.Message}");
        }
    }
}
