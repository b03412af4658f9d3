using System.Globalization;
using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace MinhBach.Organization.Boundaries;

/// <summary>Reads and writes areas as GeoJSON geometries (RFC 7946): Polygon and MultiPolygon, degrees of WGS 84.</summary>
internal static class AreaText
{
    // About a metre; what is finer is longer and shows nothing.
    private const string Degrees = "0.#####";

    private static readonly GeometryFactory Shapes = new(new PrecisionModel(), 4326);

    public static MultiPolygon Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    /// <exception cref="FormatException">It is no area; the message (a Vietnamese half-sentence) says why.</exception>
    public static MultiPolygon Read(JsonElement geometry)
    {
        var type = geometry.ValueKind == JsonValueKind.Object && geometry.TryGetProperty("type", out var named) ? named.ToString() : null;
        if (type is not ("Polygon" or "MultiPolygon") || !geometry.TryGetProperty("coordinates", out var coordinates) || coordinates.ValueKind != JsonValueKind.Array)
            throw new FormatException($"hình là “{type ?? "trống"}”, không phải Polygon hay MultiPolygon");
        var polygons = type == "Polygon" ? [Polygon(coordinates)] : coordinates.EnumerateArray().Select(Polygon).ToArray();
        return polygons.Length == 0 ? throw new FormatException("hình không có đường bao nào") : Shapes.CreateMultiPolygon(polygons);
    }

    public static string Write(MultiPolygon area)
    {
        var text = new StringBuilder("""{"type":"MultiPolygon","coordinates":[""");
        for (var i = 0; i < area.NumGeometries; i++)
        {
            var polygon = (Polygon)area.GetGeometryN(i);
            text.Append(i == 0 ? "[" : ",[");
            Write(text, polygon.Shell);
            foreach (var hole in polygon.Holes) Write(text.Append(','), hole);
            text.Append(']');
        }

        return text.Append("]}").ToString();
    }

    private static void Write(StringBuilder text, LinearRing ring)
    {
        text.Append('[');
        text.AppendJoin(',', ring.Coordinates.Select(at => $"[{at.X.ToString(Degrees, CultureInfo.InvariantCulture)},{at.Y.ToString(Degrees, CultureInfo.InvariantCulture)}]"));
        text.Append(']');
    }

    private static Polygon Polygon(JsonElement rings)
    {
        var read = rings.ValueKind == JsonValueKind.Array ? rings.EnumerateArray().Select(Ring).ToArray() : [];
        return read.Length == 0 ? throw new FormatException("hình không có đường bao nào") : Shapes.CreatePolygon(read[0], read[1..]);
    }

    private static LinearRing Ring(JsonElement points)
    {
        var read = points.ValueKind == JsonValueKind.Array ? points.EnumerateArray().Select(Point).ToArray() : [];
        if (read.Length < 4 || !read[0].Equals2D(read[^1])) throw new FormatException("một đường bao không khép kín hoặc có ít hơn bốn điểm");
        return Shapes.CreateLinearRing(read);
    }

    private static Coordinate Point(JsonElement point)
    {
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || !IsNumber(point[0]) || !IsNumber(point[1])) throw new FormatException("một điểm không phải là hai số");
        var (x, y) = (point[0].GetDouble(), point[1].GetDouble());
        return x is >= -180 and <= 180 && y is >= -90 and <= 90
            ? new(x, y)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"tọa độ {x}, {y} nằm ngoài thế giới; cần kinh độ rồi vĩ độ theo WGS 84"));
    }

    private static bool IsNumber(JsonElement value) => value.ValueKind == JsonValueKind.Number;
}
