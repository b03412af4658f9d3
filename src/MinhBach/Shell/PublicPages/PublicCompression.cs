using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace MinhBach.Shell;

/// <summary>
/// Compresses files and the pages that everybody gets. A page of one person is not compressed: its length would tell a
/// listener who can put text into it what else it says (BREACH).
/// </summary>
internal sealed class PublicCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        base.ShouldCompressResponse(context)
        && (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true || PublicPage.IsKept(context));
}
