using System.Collections.Immutable;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A dossier that is still being filled in, page by page, as it lies in its row.</summary>
internal sealed record Draft
{
    public required string Token { get; init; }

    public required string ProcedureCode { get; init; }

    /// <summary>The version that was in force when the draft was begun.</summary>
    public required long Version { get; init; }

    public string? CaseKey { get; init; }

    public long? Agency { get; init; }

    public ApplicantKind? Kind { get; init; }

    /// <summary>Whether somebody else fills it in under an authorisation.</summary>
    public bool ByProxy { get; init; }

    public DraftPerson? Person { get; init; }

    public DraftProxy? Proxy { get; init; }

    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Sections of the form that were gone through, from 1.</summary>
    public ImmutableSortedSet<int> Sections { get; init; } = [];

    public ImmutableDictionary<string, DraftPaper> Papers { get; init; } = ImmutableDictionary<string, DraftPaper>.Empty;

    public string? ResultBy { get; init; }

    public ProcedureVersionId VersionId => new(Version);
}

/// <summary>Who applies, as typed and read.</summary>
internal sealed record DraftPerson(
    string Name, string NationalId, LocalDate? BirthDate, string Phone, string? Email, string? Address, string? OrganizationName, string? TaxCode);

/// <summary>Who fills it in for them.</summary>
internal sealed record DraftProxy(string Name, string NationalId, string Phone, string Basis)
{
    public override string ToString() => $"{Name} · {NationalId} · {Phone} · {Basis}";
}

/// <summary>How a paper is handed in.</summary>
internal enum PaperWay
{
    /// <summary>Uploaded here.</summary>
    Upload,

    /// <summary>Brought to the desk.</summary>
    Bring,

    /// <summary>The authorities have it already (NĐ 118/2025 Đ17 k1b: nobody is asked again).</summary>
    Reuse,

    /// <summary>Does not apply to this applicant.</summary>
    None,
}

internal sealed record DraftPaper(PaperWay Way, ImmutableArray<long> Files);
