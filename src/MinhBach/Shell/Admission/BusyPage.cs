using System.Globalization;
using System.Text;
using System.Text.Json;
using MinhBach.Kernel;

namespace MinhBach.Shell;

/// <summary>What is said to whoever is sent away: finished bytes for each language, because making a page is what there is no time for.</summary>
internal sealed class BusyPage(Words words)
{
    private const int SoonestSeconds = 2;
    private const int LatestSeconds = 6;

    private readonly Answer vietnamese = Answer.In("vi", words);
    private readonly Answer english = Answer.In("en", words);

    /// <summary>Answers a page to people and a problem (RFC 9457) to programs, in the request's language.</summary>
    public Task SayAsync(HttpContext http)
    {
        var program = http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        var said = CultureInfo.CurrentUICulture.Name == "en" ? english : vietnamese;
        var body = program ? said.Problem : said.Page;
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.CacheControl = "no-store";
        // Not all of them at the same moment again.
        http.Response.Headers.RetryAfter = Random.Shared.Next(SoonestSeconds, LatestSeconds + 1).ToString(CultureInfo.InvariantCulture);
        http.Response.ContentType = program ? "application/problem+json" : "text/html; charset=utf-8";
        http.Response.ContentLength = body.Length;
        return http.Response.BodyWriter.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private sealed record Answer(byte[] Page, byte[] Problem)
    {
        private const string Title = "Hệ thống đang bận, hãy thử lại sau ít phút";

        public static Answer In(string language, Words words)
        {
            var before = CultureInfo.CurrentUICulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                var page = PlainPage.Html(language, words[Title], refresh: null, $"""
                        <h1 class="govuk-heading-l">{words[Title]}</h1>
                        <p class="govuk-body">{words["Hiện có rất nhiều yêu cầu cùng lúc."]}</p>
                        <p class="govuk-body">{words["Yêu cầu vừa gửi chưa được ghi nhận. Hãy quay lại trang trước và gửi lại."]}</p>
                    """);
                var problem = new { type = "https://tools.ietf.org/html/rfc9110#section-15.6.4", title = words[Title], status = StatusCodes.Status503ServiceUnavailable, code = "busy" };
                return new(Encoding.UTF8.GetBytes(page), JsonSerializer.SerializeToUtf8Bytes(problem, KernelJson.Options));
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }
}
