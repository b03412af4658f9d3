using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace MinhBach.Tests.Strangers;

/// <summary>Everything the city answers to, as it was mapped: nothing new can be forgotten.</summary>
internal static class CityEndpoints
{
    // Its answer has no end that one could wait for; WallFacts listens to it.
    private const string Stream = "/theo-doi/man-hinh/truc-tiep";

    /// <summary>Addresses of all pages and endpoints, without static files, the error page and the stream of events.</summary>
    public static IReadOnlyList<RoutePattern> Of(TestCity city) =>
    [
        .. city.Service<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ISuppressLinkGenerationMetadata>() is null or { SuppressLinkGeneration: false })
            .Select(endpoint => endpoint.RoutePattern)
            .DistinctBy(pattern => pattern.RawText, StringComparer.Ordinal)
            .Where(pattern => pattern.RawText is not ("loi" or "/loi" or Stream)),
    ];

    /// <summary>The address with every gap filled with the same text.</summary>
    public static string Fill(RoutePattern pattern, string text) =>
        "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => text,
        }))));
}
