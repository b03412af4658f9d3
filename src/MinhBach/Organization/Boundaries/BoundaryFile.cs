using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MinhBach.Organization.Boundaries;

/// <summary>All areas as one GeoJSON file (RFC 7946); each feature's property <c>code</c> is its agency's.</summary>
public sealed class BoundaryFile
{
    private const int VersionBytes = 8;

    private BoundaryFile(byte[] content, int count, string box) => (Content, Count, Box) = (content, count, box);

    /// <summary>Without any area.</summary>
    public static BoundaryFile None { get; } = new([], 0, "");

    /// <summary>The bytes of the file.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>How many areas.</summary>
    public int Count { get; }

    /// <summary>West, south, east and north in degrees, apart by blanks.</summary>
    public string Box { get; }

    /// <summary>Whether there is no area.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Changes with the content and with nothing else.</summary>
    public string Version => IsEmpty ? "" : version ??= Convert.ToHexStringLower(SHA256.HashData(Content.Span).AsSpan(0, VersionBytes));

    private string? version;

    internal static BoundaryFile Of(IEnumerable<(string Code, string Geometry)> areas)
    {
        var file = new StringBuilder("""{"type":"FeatureCollection","features":[""");
        var (count, west, south, east, north) = (0, double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (code, geometry) in areas)
        {
            if (count++ > 0) file.Append(',');
            file.Append("""{"type":"Feature","properties":{"code":""").Append(System.Text.Json.JsonSerializer.Serialize(code)).Append("},\"geometry\":").Append(geometry).Append('}');
            var box = AreaText.Read(geometry).EnvelopeInternal;
            (west, south, east, north) = (Math.Min(west, box.MinX), Math.Min(south, box.MinY), Math.Max(east, box.MaxX), Math.Max(north, box.MaxY));
        }

        return count == 0 ? None : new(Encoding.UTF8.GetBytes(file.Append("]}").ToString()), count, string.Create(CultureInfo.InvariantCulture, $"{west} {south} {east} {north}"));
    }
}
