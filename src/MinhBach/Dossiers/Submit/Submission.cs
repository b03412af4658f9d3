using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>Who applies.</summary>
public enum ApplicantKind { Citizen = 1, Enterprise, StateAgency, Organization, Other }

/// <summary>The person or organisation a dossier is for. Personal data: kept in one table, never in the journal.</summary>
public sealed record Applicant(
    ApplicantKind Kind,
    string Name,
    string? NationalId = null,
    LocalDate? BirthDate = null,
    string? Phone = null,
    string? Email = null,
    string? Address = null,
    string? OrganizationName = null,
    string? TaxCode = null,
    string? Representative = null,
    long? AccountId = null);

/// <summary>In what form a paper was handed in.</summary>
public enum PaperForm { Original = 1, Copy, Digital, Reused }

/// <summary>A paper handed in with a dossier.</summary>
public sealed record SubmittedPaper(string Key, string Name, PaperForm Form, int Count = 1, long? FileId = null);

/// <summary>Everything handed in.</summary>
public sealed record Submission
{
    public required ProcedureVersionId Version { get; init; }

    public required string CaseKey { get; init; }

    /// <summary>The agency that answers for it.</summary>
    public required AgencyId Agency { get; init; }

    public required Channel Channel { get; init; }

    public required Applicant Applicant { get; init; }

    /// <summary>Answers of the form by field key.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<SubmittedPaper> Papers { get; init; } = [];

    /// <summary>How the result is to be handed over: <c>desk</c>, <c>post</c> or <c>electronic</c>.</summary>
    public string ResultBy { get; init; } = "desk";

    /// <summary>The draft whose files become the dossier's.</summary>
    public string? Draft { get; init; }
}
