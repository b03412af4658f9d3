using MinhBach.Bpmn;
using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures;

/// <summary>
/// All published procedures, held in memory as one immutable snapshot that is replaced after a change,
/// so that reading costs no query. Safe for use from many threads.
/// </summary>
public sealed class ProcedureCatalog(TimeProvider clock)
{
    private readonly Lock swapping = new();
    private volatile CatalogSnapshot snapshot = CatalogSnapshot.Empty;
    private long changes;

    /// <summary>The procedures in force today in the city, ordered by code.</summary>
    public IReadOnlyList<ProcedureVersion> All => snapshot.On(clock.Today());

    /// <summary>The version in force on a day; null when the code is unknown or nothing was in force.</summary>
    public ProcedureVersion? TryFind(string code, LocalDate on) =>
        Versions(code).LastOrDefault(version => version.InForceOn(on));

    /// <summary>Every published version of a procedure, oldest first; empty when the code is unknown.</summary>
    public IReadOnlyList<ProcedureVersion> Versions(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return snapshot.ByCode.TryGetValue(code.Trim(), out var versions) ? versions : [];
    }

    /// <summary>A version by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    public ProcedureVersion Version(ProcedureVersionId id) =>
        snapshot.ById.TryGetValue(id, out var version)
            ? version
            : throw new KeyNotFoundException($"No procedure version {id}.");

    /// <summary>The newest version of a procedure; null when there is none.</summary>
    public ProcedureVersion? Newest(ProcedureId id) => snapshot.Newest.GetValueOrDefault(id);

    /// <summary>The process of a version, compiled once and kept.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    public ProcessModel Process(ProcedureVersionId id) => snapshot.Process(Version(id));

    internal int Count => snapshot.ById.Count;

    internal long Changes => Volatile.Read(ref changes);

    // A version never changes and never goes: whoever adds some, from here or from another node, adds to what is there.
    internal void Add(IReadOnlyCollection<ProcedureVersion> versions)
    {
        if (versions.Count == 0) return;
        lock (swapping)
        {
            snapshot = CatalogSnapshot.Of(snapshot.ById.Values.Concat(versions).DistinctBy(added => added.Id));
            changes++;
        }
    }
}
