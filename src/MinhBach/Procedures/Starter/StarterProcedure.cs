using System.Text.Json.Serialization;
using NodaTime;

namespace MinhBach.Procedures.Starter;

/// <summary>A procedure as the starter files write it; README.md beside them says how.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StarterProcedure
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string Field { get; init; }
    public required IReadOnlyList<ProcedureLevel> Levels { get; init; }
    public required IReadOnlyList<Audience> Audiences { get; init; }
    public required OnlineLevel OnlineLevel { get; init; }
    public required LocalDate EffectiveFrom { get; init; }
    public string? DecisionNumber { get; init; }
    public string? Kind { get; init; }
    public string? CompetentAuthority { get; init; }
    public string? ProcessingAuthority { get; init; }
    public string? ReceivingAddress { get; init; }
    public string? DelegatedAuthority { get; init; }
    public string? CoordinatingAgencies { get; init; }
    public string? RelatedProcedures { get; init; }
    public string? Sequence { get; init; }
    public string? Requirements { get; init; }
    public required IReadOnlyList<StarterCase> Cases { get; init; }
    public ProcedureForm? Form { get; init; }
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];
    public IReadOnlyList<Result> Results { get; init; } = [];
    public required IReadOnlyList<StarterStep> Steps { get; init; }
    public IReadOnlyList<string> Unverified { get; init; } = [];
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StarterCase(string Key, string Name, IReadOnlyList<StarterChannel> Channels, IReadOnlyList<ProcedurePaper> Papers);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StarterChannel(Channel Channel, string? Term, IReadOnlyList<ProcedureFee> Fees, string? Note);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StarterStep(string? Key, string Name, string Role, string Unit, decimal Hours, string? Output, string? Description);
