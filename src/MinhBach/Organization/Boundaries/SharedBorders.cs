using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Simplify;

namespace MinhBach.Organization.Boundaries;

/// <summary>
/// Simplifies areas that lie side by side. Rings are cut where borders meet, and each piece is simplified alone and always from
/// the same end, so that two neighbours with the same border keep the same border.
/// </summary>
internal sealed class SharedBorders
{
    private const double Grid = 1e5;

    private readonly Dictionary<Coordinate, Meeting> points = [];
    private readonly List<MultiPolygon> areas;

    public SharedBorders(IEnumerable<MultiPolygon> areas)
    {
        this.areas = [.. areas.Select(area => (MultiPolygon)Snapped(area))];
        foreach (var ring in this.areas.SelectMany(RingsOf))
        {
            var at = ring.Coordinates;
            // The last point is the first.
            for (var i = 0; i < at.Length - 1; i++)
            {
                ref var meeting = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(points, at[i], out _);
                meeting = meeting.With(at[i == 0 ? at.Length - 2 : i - 1]).With(at[i + 1]);
            }
        }
    }

    /// <summary>The areas in the same order, no border moved by more than a tolerance in degrees.</summary>
    public IReadOnlyList<MultiPolygon> Simplified(double tolerance) => [.. areas.Select(area => Simplified(area, tolerance))];

    private MultiPolygon Simplified(MultiPolygon area, double tolerance)
    {
        var kept = area.Geometries.Cast<Polygon>().Select(polygon => Simplified(polygon, tolerance)).OfType<Polygon>().ToArray();
        // What is too small for the tolerance stays as it is rather than vanish.
        if (kept.Length == 0) return area;
        var whole = area.Factory.CreateMultiPolygon(kept);
        return whole.IsValid ? whole : GeometryFixer.Fix(whole) switch
        {
            MultiPolygon { IsEmpty: false } mended => mended,
            Polygon { IsEmpty: false } mended => area.Factory.CreateMultiPolygon([mended]),
            _ => area,
        };
    }

    private Polygon? Simplified(Polygon polygon, double tolerance) => Simplified(polygon.Shell, tolerance) is { } shell
        ? polygon.Factory.CreatePolygon(shell, [.. polygon.Holes.Select(hole => Simplified(hole, tolerance)).OfType<LinearRing>()])
        : null;

    private LinearRing? Simplified(LinearRing ring, double tolerance)
    {
        var open = ring.Coordinates[..^1];
        var start = Array.FindIndex(open, point => points[point].IsFork);
        // An island has no fork: it is cut at its lowest point and the one farthest from it, whoever draws it.
        var cuts = start < 0 ? Ends(open) : [.. Enumerable.Range(0, open.Length).Where(i => points[open[i]].IsFork)];
        if (cuts.Length == 1) cuts = [cuts[0], Farthest(open, open[cuts[0]])];
        Array.Sort(cuts);
        var simple = new List<Coordinate>();
        for (var i = 0; i < cuts.Length; i++)
        {
            var (from, to) = (cuts[i], cuts[(i + 1) % cuts.Length]);
            var length = ((to - from + open.Length - 1) % open.Length) + 2;
            var piece = Enumerable.Range(from, length).Select(at => open[at % open.Length]).ToArray();
            simple.AddRange(Simplified(piece, tolerance)[..^1]);
        }

        if (simple.Count < 3) return null;
        simple.Add(simple[0].Copy());
        return ring.Factory.CreateLinearRing([.. simple]);
    }

    private static Coordinate[] Simplified(Coordinate[] piece, double tolerance)
    {
        var turned = piece[^1].CompareTo(piece[0]) < 0;
        if (turned) Array.Reverse(piece);
        var simple = DouglasPeuckerLineSimplifier.Simplify(piece, tolerance);
        if (turned) Array.Reverse(simple);
        return simple;
    }

    private static int[] Ends(Coordinate[] open)
    {
        var lowest = Array.IndexOf(open, open.Min()!);
        return [lowest, Farthest(open, open[lowest])];
    }

    private static int Farthest(Coordinate[] open, Coordinate from) => Array.IndexOf(open, open.MaxBy(point => point.Distance(from)));

    private static IEnumerable<LinearRing> RingsOf(MultiPolygon area) =>
        area.Geometries.Cast<Polygon>().SelectMany(polygon => polygon.Holes.Prepend(polygon.Shell).Cast<LinearRing>());

    private static MultiPolygon Snapped(MultiPolygon area)
    {
        var polygons = area.Geometries.Cast<Polygon>()
            .Select(polygon => (Shell: Snapped(polygon.Shell), Holes: polygon.Holes.Select(Snapped).OfType<LinearRing>()))
            .Where(polygon => polygon.Shell is not null)
            .Select(polygon => area.Factory.CreatePolygon(polygon.Shell, [.. polygon.Holes])).ToArray();
        return polygons.Length == 0 ? area : area.Factory.CreateMultiPolygon(polygons);
    }

    private static LinearRing? Snapped(LinearRing ring)
    {
        var points = new CoordinateList(ring.Coordinates.Select(at => new Coordinate(Math.Round(at.X * Grid) / Grid, Math.Round(at.Y * Grid) / Grid)).ToArray(), allowRepeated: false).ToCoordinateArray();
        return points.Length < 4 ? null : ring.Factory.CreateLinearRing(points);
    }

    // The neighbours of a point in all rings: two of them, or borders fork there.
    private readonly record struct Meeting(Coordinate? One, Coordinate? Other, bool IsFork)
    {
        public Meeting With(Coordinate next) =>
            One is null ? this with { One = next }
            : One.Equals2D(next) ? this
            : Other is null ? this with { Other = next }
            : Other.Equals2D(next) ? this
            : this with { IsFork = true };
    }
}
