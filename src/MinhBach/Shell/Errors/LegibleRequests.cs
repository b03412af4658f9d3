using Microsoft.AspNetCore.Diagnostics;

namespace MinhBach.Shell;

/// <summary>Refuses addresses with text that nobody can have meant, and bodies in another encoding than ours, before anything reads them.</summary>
internal sealed class LegibleRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        // The error page is drawn in answer to the same request.
        if (http.Features.Get<IExceptionHandlerFeature>() is not null) return next(http);
        IllegibleText.Refuse("URL", http.Request.Path.Value);
        foreach (var (name, values) in http.Request.Query)
        {
            IllegibleText.Refuse("URL", name);
            foreach (var value in values) IllegibleText.Refuse(name, value);
        }

        // Every page and form of ours is UTF-8; some encodings that a header can name make the form reader fail.
        if (http.Request.GetTypedHeaders().ContentType is { Charset: { HasValue: true } charset } && !charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("Only UTF-8 is read.", StatusCodes.Status415UnsupportedMediaType);
        return next(http);
    }
}
