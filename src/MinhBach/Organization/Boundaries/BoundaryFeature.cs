using System.Text.Json;
using NetTopologySuite.Geometries;

namespace MinhBach.Organization.Boundaries;

/// <summary>A feature of a GeoJSON file, with what may tell whose area it is.</summary>
/// <param name="Place">Where it stands: file and number.</param>
/// <param name="Code">The code it names; null when none.</param>
/// <param name="Names">The names it bears.</param>
/// <param name="Area">Its area; null when it has none, which <paramref name="Problem"/> explains.</param>
/// <param name="Problem">Why there is no area (a Vietnamese half-sentence).</param>
internal sealed record BoundaryFeature(string Place, string? Code, IReadOnlyList<string> Names, MultiPolygon? Area, string? Problem)
{
    private static readonly string[] CodeProperties = ["code", "ma", "ma_xa", "maxa", "ma_dvhc", "ward_code", "commune_code"];
    private static readonly string[] NameProperties = ["fullname", "full_name", "name", "ten", "ten_xa", "tenxa", "ward_name"];

    /// <exception cref="FormatException">The file as a whole cannot be read.</exception>
    public static IReadOnlyList<BoundaryFeature> Read(string file, ReadOnlyMemory<byte> content, string? codeProperty, string? nameProperty)
    {
        using var document = Parse(file, content);
        var root = document.RootElement;
        if (Text(root, "type") != "FeatureCollection" || !root.TryGetProperty("features", out var features) || features.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{file}: không phải GeoJSON FeatureCollection.");
        return features.GetArrayLength() == 0
            ? throw new FormatException($"{file}: không có đối tượng nào trong “features”.")
            : [.. features.EnumerateArray().Select((feature, i) => Read($"{file}, đối tượng {i + 1}", feature, codeProperty, nameProperty))];
    }

    private static BoundaryFeature Read(string place, JsonElement feature, string? codeProperty, string? nameProperty)
    {
        var properties = feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("properties", out var found) ? found : default;
        var code = Values(properties, codeProperty is null ? CodeProperties : [codeProperty]).FirstOrDefault() ?? (codeProperty is null ? Text(feature, "id") : null);
        IReadOnlyList<string> names = [.. Values(properties, nameProperty is null ? NameProperties : [nameProperty])];
        try
        {
            var area = AreaText.Read(feature.ValueKind == JsonValueKind.Object && feature.TryGetProperty("geometry", out var geometry) ? geometry : default);
            return new(place, code, names, area, null);
        }
        catch (FormatException problem)
        {
            return new(place, code, names, null, problem.Message);
        }
    }

    private static JsonDocument Parse(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            return JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException error)
        {
            throw new FormatException($"{file}: không phải JSON hợp lệ: dòng {error.LineNumber + 1}, ký tự {error.BytePositionInLine + 1}.", error);
        }
    }

    private static IEnumerable<string> Values(JsonElement properties, string[] names)
    {
        if (properties.ValueKind != JsonValueKind.Object) yield break;
        foreach (var name in names)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase) && Said(property.Value) is { } value) yield return value;
            }
        }
    }

    private static string? Text(JsonElement item, string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? Said(value) : null;

    // Spreadsheets make numbers of codes and lose their zeros in front; names are never numbers.
    private static string? Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when !string.IsNullOrWhiteSpace(value.GetString()) => value.GetString()!.Trim().Normalize(),
        JsonValueKind.Number => value.GetRawText().PadLeft(5, '0'),
        _ => null,
    };
}
