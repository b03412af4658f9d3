using NetTopologySuite.Geometries;

namespace MinhBach.Organization.Boundaries;

/// <summary>Finds whose area each feature is: by its code, else by its name where only one bears it.</summary>
internal sealed class BoundaryMatching
{
    private readonly Dictionary<string, Agency> byCode;
    private readonly ILookup<string, Agency> byName;

    public BoundaryMatching(IReadOnlyCollection<Agency> standing)
    {
        byCode = standing.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        byName = standing.SelectMany(agency => NamesOf(agency.Name).Select(name => (Name: name, Agency: agency)))
            .ToLookup(pair => pair.Name, pair => pair.Agency, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The areas found.</summary>
    public Dictionary<AgencyId, MultiPolygon> Areas { get; } = [];

    /// <summary>What could not be taken, and why.</summary>
    public List<string> Problems { get; } = [];

    public void Take(BoundaryFeature feature)
    {
        if (Find(feature) is not { } agency) Problems.Add($"{feature.Place}: không có phường, xã nào mã “{feature.Code}” hay tên “{string.Join("”, “", feature.Names)}”.");
        else if (feature.Area is not { } area) Problems.Add($"{feature.Place} ({agency.Name}): {feature.Problem}.");
        else if (!Areas.TryAdd(agency.Id, area)) Problems.Add($"{feature.Place}: {agency.Name} (mã {agency.Code}) đã có ranh giới ở đối tượng trước; đối tượng này bị bỏ qua.");
    }

    private Agency? Find(BoundaryFeature feature)
    {
        if (feature.Code is { } code && byCode.TryGetValue(code, out var agency)) return agency;
        return feature.Names.Select(name => byName[name].ToList()).FirstOrDefault(found => found.Count == 1)?[0];
    }

    // “UBND phường Ba Đình”, “phường Ba Đình” and “Ba Đình”.
    private static IEnumerable<string> NamesOf(string name)
    {
        yield return name;
        if (!name.StartsWith("UBND ", StringComparison.Ordinal)) yield break;
        var place = name["UBND ".Length..];
        yield return place;
        foreach (var kind in new[] { "phường ", "xã ", "đặc khu " })
        {
            if (place.StartsWith(kind, StringComparison.Ordinal)) yield return place[kind.Length..];
        }
    }
}
