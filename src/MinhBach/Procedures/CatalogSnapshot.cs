using System.Collections.Concurrent;
using MinhBach.Bpmn;
using MinhBach.Procedures.Process;
using NodaTime;

namespace MinhBach.Procedures;

/// <summary>The catalogue at one moment.</summary>
internal sealed class CatalogSnapshot
{
    private readonly ConcurrentDictionary<LocalDate, IReadOnlyList<ProcedureVersion>> inForce = new();
    private readonly ConcurrentDictionary<ProcedureVersionId, ProcessModel> processes = new();

    private CatalogSnapshot(
        IReadOnlyDictionary<ProcedureVersionId, ProcedureVersion> byId,
        IReadOnlyDictionary<string, IReadOnlyList<ProcedureVersion>> byCode)
    {
        ById = byId;
        ByCode = byCode;
        Newest = byCode.Values.Select(versions => versions[^1]).ToDictionary(version => version.ProcedureId);
    }

    public static CatalogSnapshot Empty { get; } = Of([]);

    public IReadOnlyDictionary<ProcedureVersionId, ProcedureVersion> ById { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<ProcedureVersion>> ByCode { get; }

    /// <summary>The newest version of each procedure.</summary>
    public IReadOnlyDictionary<ProcedureId, ProcedureVersion> Newest { get; }

    public static CatalogSnapshot Of(IEnumerable<ProcedureVersion> versions)
    {
        var byCode = versions
            .GroupBy(version => version.Code, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, InOrder, StringComparer.Ordinal);
        return new CatalogSnapshot(byCode.Values.SelectMany(list => list).ToDictionary(version => version.Id), byCode);
    }

    public IReadOnlyList<ProcedureVersion> On(LocalDate day) => inForce.GetOrAdd(day, date =>
        [.. ByCode.Values
            .Select(list => list.LastOrDefault(version => version.InForceOn(date)))
            .OfType<ProcedureVersion>()
            .OrderBy(version => version.Code, StringComparer.Ordinal)]);

    public ProcessModel Process(ProcedureVersion version) => processes.GetOrAdd(version.Id, _ =>
        ProcessDrawing.Compile(version.ProcessXml).Model
        ?? throw new InvalidOperationException($"The process of version {version.Id} ({version.Code}) does not compile."));

    // A version ends the day before the next one begins; of two that begin on one day the later published counts.
    private static IReadOnlyList<ProcedureVersion> InOrder(IEnumerable<ProcedureVersion> versions)
    {
        var list = versions.OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number).ToList();
        for (var i = 0; i + 1 < list.Count; i++)
            list[i] = list[i] with { EffectiveTo = list[i + 1].EffectiveFrom.PlusDays(-1) };
        if (list.Count > 0 && list[^1].EffectiveTo is not null)
            list[^1] = list[^1] with { EffectiveTo = null };
        return list;
    }
}
