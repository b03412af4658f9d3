using System.Globalization;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Dossiers.Api;

/// <summary>ETag and If-Match (RFC 9110): the revision of a dossier, in quotes.</summary>
internal static class Revisions
{
    public static void Show(HttpContext http, long revision) => http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>The revision that the caller saw; null when it does not matter to them.</summary>
    public static bool TryRead(HttpContext http, out long? revision)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        revision = null;
        if (given is "" or "*") return true;
        if (!long.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        revision = number;
        return true;
    }

    /// <summary>Answers 400 to an If-Match that cannot be read and 412 to one that is no longer true.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var words = context.HttpContext.RequestServices.GetRequiredService<Words>();
        if (!TryRead(context.HttpContext, out var revision))
            return TypedResults.Problem(words["If-Match là số phiên bản trong ngoặc kép, như ETag đã nhận."], statusCode: StatusCodes.Status400BadRequest);
        try
        {
            return await next(context);
        }
        catch (RuleBroken broken) when (revision is not null && broken.Code == "dossier.changed")
        {
            return TypedResults.Problem(words.Say(broken), statusCode: StatusCodes.Status412PreconditionFailed, extensions: [KeyValuePair.Create("code", (object?)broken.Code)]);
        }
    }
}
