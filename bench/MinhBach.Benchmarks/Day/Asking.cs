using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace MinhBach.Benchmarks.Day;

/// <summary>One answer, and how long it took.</summary>
internal readonly record struct Answer(int Status, string Body, TimeSpan Took, bool SaysWhen);

/// <summary>Asks the city as many browsers and programs do: pages compressed, officials with their tokens or cookies.</summary>
internal sealed partial class Asking : IDisposable
{
    // A process may have so many files; a browser has its own.
    private const int MostConnections = 6_000;

    private readonly HttpClient client;
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public Asking(string address)
    {
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = MostConnections }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
        client.DefaultRequestHeaders.Add("User-Agent", "bench");
    }

    /// <summary>Signs the demo's officials in at the page for it.</summary>
    public async Task SignInAsync(Cast cast)
    {
        foreach (var key in cast.Screens.Append(Cast.Overseer))
        {
            using var page = await client.GetAsync(new Uri("/dang-nhap", UriKind.Relative));
            var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups["token"].Value;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/dang-nhap?handler=Demo");
            request.Headers.Add("Cookie", Cookies(page));
            request.Content = new FormUrlEncodedContent([new("key", key), new("__RequestVerificationToken", token)]);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{key} could not sign in: {(int)answer.StatusCode}.");
            cookies[key] = Cookies(answer);
        }
    }

    /// <summary>A page as a visitor's browser asks for it.</summary>
    public Task<Answer> PageAsync(string path) => SendAsync(HttpMethod.Get, path, headers => headers.Add("Accept-Encoding", "gzip, br"));

    /// <summary>A page for somebody who is signed in.</summary>
    public Task<Answer> ScreenAsync(string path, string key) => SendAsync(HttpMethod.Get, path, headers =>
    {
        headers.Add("Accept-Encoding", "gzip, br");
        headers.Add("Cookie", cookies[key]);
    });

    /// <summary>What an official's program asks.</summary>
    public Task<Answer> ReadAsync(string path, string token) => SendAsync(HttpMethod.Get, path, headers => headers.Authorization = new("Bearer", token));

    /// <summary>What an official's program does.</summary>
    public Task<Answer> DoAsync(string path, string token, string body = "") => SendAsync(HttpMethod.Post, path, headers => headers.Authorization = new("Bearer", token), body);

    /// <summary>Hands in an application, once however often it is sent.</summary>
    public Task<Answer> HandInAsync(string application, string key) => SendAsync(HttpMethod.Post, "/api/v1/dossiers", headers => headers.Add("Idempotency-Key", key), application);

    public void Dispose() => client.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, Action<HttpRequestHeaders> with, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        with(request.Headers);
        if (body is { Length: > 0 }) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        var asked = Stopwatch.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(request);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var plain = answer.Content.Headers.ContentEncoding.Count == 0;
            return new((int)answer.StatusCode, plain ? Encoding.UTF8.GetString(bytes) : "", Stopwatch.GetElapsedTime(asked), answer.Headers.RetryAfter is not null);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or IOException)
        {
            return new(0, failure.Message, Stopwatch.GetElapsedTime(asked), SaysWhen: false);
        }
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(cookie => cookie.Split(';')[0])) : "";

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
