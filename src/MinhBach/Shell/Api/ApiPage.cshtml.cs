using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.OpenApi;

namespace MinhBach.Shell;

/// <summary>The OpenAPI document as a page that people read.</summary>
[OutputCache(PolicyName = PublicPage.Kept)]
public sealed class ApiPage([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider documents) : PageModel
{
    public OpenApiDocument Document { get; private set; } = null!;

    /// <summary>The operations by tag, in the order of the document.</summary>
    internal IReadOnlyList<IGrouping<string, ApiOperation>> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Document = await documents.GetOpenApiDocumentAsync(HttpContext.RequestAborted);
        Groups =
        [
            .. Document.Paths
                .SelectMany(path => path.Value.Operations ?? [], (path, operation) => new ApiOperation(operation.Key.Method, path.Key, operation.Value))
                .GroupBy(operation => operation.Operation.Tags?.FirstOrDefault()?.Name ?? ""),
        ];
    }

    /// <summary>The fields of a body, one level of nesting deep.</summary>
    internal static IEnumerable<ApiField> Fields(IOpenApiSchema? schema, string prefix = "", int depth = 0)
    {
        if (schema is { Items: { } items } && (schema.Properties is null || schema.Properties.Count == 0)) (schema, prefix) = (items, prefix + "[]");
        if (schema?.Properties is not { Count: > 0 } properties) yield break;
        foreach (var (name, property) in properties)
        {
            var path = prefix.Length == 0 ? name : prefix + "." + name;
            yield return new(path, TypeOf(property), schema.Required?.Contains(name) == true, property.Description);
            if (depth >= 1) continue;
            foreach (var inner in Fields(Real(property), path, depth + 1)) yield return inner;
        }
    }

    internal static string TypeOf(IOpenApiSchema? schema)
    {
        var real = Real(schema);
        if (real is null) return "";
        if (real.Enum is { Count: > 0 } values) return string.Join(" | ", values.Select(value => value?.ToString() ?? "null"));
        if (real.Items is { } items) return TypeOf(items) + "[]";
        var type = (real.Type & ~JsonSchemaType.Null)?.ToString().ToLowerInvariant().Replace(", ", " | ", StringComparison.Ordinal) ?? "";
        return real.Format is { Length: > 0 } format ? $"{type} ({format})" : type;
    }

    // A property that may be null is written as one of two.
    private static IOpenApiSchema? Real(IOpenApiSchema? schema) =>
        schema?.OneOf is { Count: > 0 } choices ? choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) ?? schema : schema;
}

/// <summary>An operation with its place.</summary>
internal sealed record ApiOperation(string Method, string Path, OpenApiOperation Operation)
{
    public string Anchor => Operation.OperationId ?? Method + Path;

    public IOpenApiSchema? Body => Operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var media) ? media.Schema : null;

    public IOpenApiSchema? Answer =>
        Operation.Responses?.FirstOrDefault(answer => answer.Key.StartsWith('2')).Value?.Content is { } content && content.TryGetValue("application/json", out var media) ? media.Schema : null;
}

/// <summary>A field of a body.</summary>
internal sealed record ApiField(string Name, string Type, bool Required, string? Description);
