using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures;

/// <summary>A version of a procedure was published.</summary>
[JournalEvent("procedure.published")]
public sealed record ProcedurePublished(
    long VersionId, string Code, int Number, string Name, string Field, LocalDate EffectiveFrom, ProcedureSource Source, string? Reason = null);

/// <summary>A catalogue was imported.</summary>
[JournalEvent("catalogue.imported")]
public sealed record CatalogueImported(string Path, int Records, int Added, int Changed, int Unchanged, int Problems);
