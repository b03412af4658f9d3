using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace MinhBach.Shell;

/// <summary>Dates and times are text in ISO 8601; descriptions are in the reader's language.</summary>
internal static class ApiSchemas
{
    public static Task Transform(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(LocalDate)) Text(schema, "date");
        else if (type == typeof(LocalTime)) Text(schema, "time");
        else if (type == typeof(Instant)) Text(schema, "date-time");
        if (!string.IsNullOrEmpty(schema.Description)) schema.Description = context.ApplicationServices.GetRequiredService<Words>()[schema.Description];
        return Task.CompletedTask;
    }

    private static void Text(OpenApiSchema schema, string format)
    {
        schema.Type = schema.Type?.HasFlag(JsonSchemaType.Null) == true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        schema.Format = format;
    }
}
