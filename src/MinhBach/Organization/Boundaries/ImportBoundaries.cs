using System.IO.Compression;
using System.Text;
using MinhBach.Kernel;
using NetTopologySuite.Geometries;

namespace MinhBach.Organization.Boundaries;

/// <summary>What an import of boundaries did.</summary>
/// <param name="Features">Features in the files.</param>
/// <param name="Taken">Wards and communes that have an area now because of them.</param>
/// <param name="Standing">Wards and communes that stand.</param>
/// <param name="Problems">What could not be taken, and wards and communes that the files lack.</param>
public sealed record ImportBoundariesResult(int Features, int Taken, int Standing, IReadOnlyList<string> Problems);

/// <summary>
/// Takes over the areas of wards and communes from GeoJSON, simplified until a phone bears them. What the files lack keeps the
/// area it has.
/// </summary>
public sealed class ImportBoundaries
{
    // Compressed, for all areas together.
    private const int MostBytes = 400_000;

    // In degrees; about twenty metres.
    private const double FinestTolerance = 0.0002;

    private static readonly TablePut<BoundaryRow> Boundaries = new("organization_boundary", "agency_id");

    private readonly OrganizationWork work;
    private readonly BoundaryMap map;

    internal ImportBoundaries(OrganizationWork work, BoundaryMap map) => (this.work, this.map) = (work, map);

    /// <summary>Reads and takes over.</summary>
    /// <param name="files">The files: each one's name and content.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="codeProperty">The property that holds an agency's code; null tries the usual ones.</param>
    /// <param name="nameProperty">The property that holds its name, for features without a known code; null tries the usual ones.</param>
    /// <param name="cancellation">Checked before writing.</param>
    /// <exception cref="FormatException">A file as a whole cannot be read; the message says which and why.</exception>
    public async Task<ImportBoundariesResult> RunAsync(
        IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files, Actor actor, string? codeProperty = null, string? nameProperty = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        var features = files.SelectMany(file => BoundaryFeature.Read(file.Name, file.Content, codeProperty, nameProperty)).ToList();
        var result = await work.RunAsync<ImportBoundariesResult>(actor, async writer =>
        {
            var standing = writer.Map.Agencies.Where(agency => agency.Level == AgencyLevel.Commune && agency.Stands(writer.Today)).ToList();
            var matching = new BoundaryMatching(standing);
            foreach (var feature in features) matching.Take(feature);
            var missing = standing.Where(agency => !matching.Areas.ContainsKey(agency.Id)).ToList();
            var done = new ImportBoundariesResult(features.Count, matching.Areas.Count, standing.Count,
                [.. matching.Problems, .. missing.Select(agency => $"Tệp không có ranh giới của {agency.Name} (mã {agency.Code}).")]);
            if (done.Taken == 0) return (done, null);
            var rows = matching.Areas.Keys.Zip(Simplified([.. matching.Areas.Values]), (agency, text) => new BoundaryRow(agency.Value, text, writer.Session.Now));
            await Boundaries.PutAsync(writer.Session, [.. rows]);
            return (done, new BoundariesImported(done.Features, done.Taken, missing.Count));
        }, cancellation);
        await map.RefreshAsync(cancellation);
        return result;
    }

    private static List<string> Simplified(IReadOnlyList<MultiPolygon> areas)
    {
        var borders = new SharedBorders(areas);
        for (var tolerance = FinestTolerance; ; tolerance *= 2)
        {
            var texts = borders.Simplified(tolerance).Select(AreaText.Write).ToList();
            // A tolerance as wide as a city changes nothing more.
            if (Compressed(texts) <= MostBytes || tolerance > 1) return texts;
        }
    }

    private static long Compressed(List<string> texts)
    {
        using var counted = new MemoryStream();
        using (var packer = new GZipStream(counted, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var text in texts) packer.Write(Encoding.UTF8.GetBytes(text));
        }

        return counted.Length;
    }
}
