using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Tests.Shell;

/// <summary>The shell alone, without a city behind it, and a few addresses that fail on purpose.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication? _app;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(Unhurried.Alone);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddShell();
        builder.Services.Configure<ShellOptions>(o => o.Demo = true);
        builder.SendNobodyAway();
        builder.Services.AddSingleton(new MenuItem("Tra cứu hồ sơ", "/tra-cuu", Audience.Public, 1));
        builder.Services.AddSingleton(new MenuItem("Hộp việc", "/viec", Audience.Staff, 1));
        _app = builder.Build();
        _app.UseShell();
        _app.MapRazorPages();
        foreach (var root in new[] { "", "/api" })
        {
            _app.MapGet(root + "/hong", IResult () => throw new InvalidOperationException("mật khẩu là 123"));
            _app.MapGet(root + "/sai-luat", IResult () => throw new RuleBroken("test.closed", "Không tìm thấy trang"));
            _app.MapGet(root + "/cam", () => Results.StatusCode(403));
        }

        await _app.StartAsync();
    }

    public HttpClient Client(string language = "vi")
    {
        var client = new HttpClient(new CookieHandler(_app!.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public static async Task<IHtmlDocument> Read(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <summary>Keeps cookies between requests, as a browser does.</summary>
    private sealed class CookieHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly System.Net.CookieContainer _cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
                request.Headers.Add("Cookie", kept);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    _cookies.SetCookies(request.RequestUri!, cookie);
            }

            return answer;
        }
    }
}
