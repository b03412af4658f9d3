using NodaTime;

namespace MinhBach.Procedures;

/// <summary>
/// A procedure as published from one day to another, with every field the law asks for
/// (NĐ 63/2010/NĐ-CP, Đ8 k2, and what the published record adds). Never changed after publication.
/// </summary>
public sealed record ProcedureVersion
{
    public required ProcedureVersionId Id { get; init; }
    public required ProcedureId ProcedureId { get; init; }

    /// <summary>The national code, such as 1.001193; codes that begin with 6. are internal procedures.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first version of a procedure, then counting up.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }
    public required string Field { get; init; }
    public required IReadOnlyList<ProcedureLevel> Levels { get; init; }
    public required IReadOnlyList<Audience> Audiences { get; init; }
    public required OnlineLevel OnlineLevel { get; init; }
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day in force; null while none is set.</summary>
    public LocalDate? EffectiveTo { get; init; }

    public string? DecisionNumber { get; init; }

    /// <summary>Loại thủ tục, as published.</summary>
    public string? Kind { get; init; }

    public string? CompetentAuthority { get; init; }

    /// <summary>Who carries it out (cơ quan thực hiện), as published.</summary>
    public string? ProcessingAuthority { get; init; }

    public string? ReceivingAddress { get; init; }
    public string? DelegatedAuthority { get; init; }
    public string? CoordinatingAgencies { get; init; }
    public string? RelatedProcedures { get; init; }

    /// <summary>Trình tự thực hiện, as text.</summary>
    public string? Sequence { get; init; }

    /// <summary>Yêu cầu, điều kiện.</summary>
    public string? Requirements { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<ProcedureCase> Cases { get; init; }

    public ProcedureForm Form { get; init; } = ProcedureForm.Default;
    public IReadOnlyList<LegalBasis> LegalBases { get; init; } = [];
    public IReadOnlyList<Result> Results { get; init; } = [];

    /// <summary>The process as a table; <see cref="ProcessXml"/> is what runs.</summary>
    public IReadOnlyList<StepRow> Steps { get; init; } = [];

    /// <summary>The process as BPMN 2.0 XML.</summary>
    public required string ProcessXml { get; init; }

    /// <summary>The text as it was published, by field name, beside what was read from it.</summary>
    public IReadOnlyDictionary<string, string> Original { get; init; } = new Dictionary<string, string>();

    public required ProcedureSource Source { get; init; }

    /// <summary>Names of facts written from memory; pages show them as “chưa kiểm chứng”.</summary>
    public IReadOnlyList<string> Unverified { get; init; } = [];

    /// <summary>Whether it is a procedure between authorities (thủ tục nội bộ, code 6.).</summary>
    public bool IsInternal => Code.StartsWith("6.", StringComparison.Ordinal);

    /// <summary>Whether this version is in force on a day.</summary>
    public bool InForceOn(LocalDate day) => EffectiveFrom <= day && (EffectiveTo is not { } last || day <= last);
}

/// <summary>A legal document that a procedure rests on.</summary>
public sealed record LegalBasis(string? Number, string Title, LocalDate? IssuedOn = null, string? Issuer = null);

/// <summary>What the applicant receives, with the code of the result type when the catalogue gives one (KQ…).</summary>
public sealed record Result(string? Code, string Name);
