using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace MinhBach.Shell;

/// <summary>
/// Gives a page that is the same for everybody a tag made of its content, so that a browser that has it is told so instead of
/// getting it again: alike on every node and after every restart.
/// </summary>
internal sealed class PublicPageTag(RequestDelegate next)
{
    private const int Usual = 48 * 1024;
    private const int TagBytes = 12;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!PublicPage.IsKept(http))
        {
            await next(http);
            return;
        }

        var response = http.Response;
        var wire = response.Body;
        using var page = new MemoryStream(Usual);
        response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = wire;
        }

        var content = page.GetBuffer().AsMemory(0, (int)page.Length);
        if (response.StatusCode == StatusCodes.Status200OK)
        {
            // Weak: the bytes differ with their compression.
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, TagBytes))}\"", isWeak: true);
            response.Headers.ETag = tag.ToString();
            response.Headers.CacheControl = "no-cache";
            response.Headers.Append(HeaderNames.Vary, "Cookie, Accept-Language");
            if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                response.ContentType = null;
                return;
            }
        }

        // Nothing at all is left for whoever words errors.
        if (content.Length > 0) await wire.WriteAsync(content);
    }
}
