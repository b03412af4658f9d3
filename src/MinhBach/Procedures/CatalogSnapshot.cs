namespace MinhBach.Procedures;

/// <summary>The catalogue at one moment.</summary>
internal sealed record CatalogSnapshot(
    IReadOnlyDictionary<ProcedureVersionId, ProcedureVersion> ById,
    IReadOnlyDictionary<string, IReadOnlyList<ProcedureVersion>> ByCode,
    IReadOnlyList<ProcedureVersion> Newest)
{
    public static CatalogSnapshot Empty { get; } = Of([]);

    public static CatalogSnapshot Of(IEnumerable<ProcedureVersion> versions)
    {
        var byId = versions.ToDictionary(version => version.Id);
        var byCode = byId.Values
            .GroupBy(version => version.Code, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<ProcedureVersion>)[.. group.OrderBy(version => version.Number)],
                StringComparer.Ordinal);
        var newest = byCode.Values.Select(list => list[^1]).OrderBy(version => version.Code, StringComparer.Ordinal);
        return new CatalogSnapshot(byId, byCode, [.. newest]);
    }
}
