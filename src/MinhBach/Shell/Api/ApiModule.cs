using Microsoft.AspNetCore.OpenApi;
using MinhBach.Kernel;

namespace MinhBach.Shell;

/// <summary>What all modules' endpoints under /api have in common: how JSON is written, the document, the limits.</summary>
internal static class ApiModule
{
    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => KernelJson.Configure(json.SerializerOptions));
        // A body that cannot be read says where, as a problem like any other.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOptions<ApiLimitOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(ApiLimits.Add);
        services.AddOpenApi(ApiDocument.Name, document =>
        {
            document.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            document.AddDocumentTransformer<ApiDocument>();
            document.AddOperationTransformer<ApiOperations>();
            document.AddSchemaTransformer(ApiSchemas.Transform);
        });
    }

    /// <summary>Maps the OpenAPI document.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/api/openapi.json");
}
