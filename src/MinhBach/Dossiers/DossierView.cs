using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A step as people read it.</summary>
public sealed record StepView(
    int Task, string Node, string Name, string? Role, long Agency, long Unit, long? Person, string? PersonName,
    Instant OpenedAt, Instant? DueAt, Instant? EndedAt, string? EndedByName, string? Ending, string? Choice, string? Note, string? Question)
{
    /// <summary>Whether somebody still has it.</summary>
    public bool IsOpen => EndedAt is null;

    /// <summary>Whether it is another agency's opinion.</summary>
    public bool IsOpinion => Task >= OpenStep.FirstOpinion;

    /// <summary>Whether it is the check before reception.</summary>
    public bool IsReception => Task <= 0;

    /// <summary>Whether it hands a result or refusal over.</summary>
    public bool IsReturn { get; init; }

    /// <summary>Whether it is late at a moment.</summary>
    public bool IsLate(Instant now) => DueAt < (EndedAt ?? now);
}

/// <summary>What is asked of the applicant.</summary>
public sealed record SupplementView(IReadOnlyList<string> Items, string Reason, Instant AskedAt, LocalDate AnswerBy, bool BeforeReception);

/// <summary>A paper of the dossier, with its file when it has one.</summary>
public sealed record PaperView(string Key, string Name, PaperForm Form, int Count, long? FileId, string? FileName, long? FileLength, Instant AddedAt, bool Supplement);

/// <summary>A dossier as pages show it. Personal data (applicant, answers, papers) are for those who may see them.</summary>
public sealed record DossierView
{
    public required DossierId Id { get; init; }
    public required string Code { get; init; }
    public required ProcedureVersion Procedure { get; init; }
    public required ProcedureCase Case { get; init; }
    public required long Agency { get; init; }
    public required Channel Channel { get; init; }
    public required DossierStatus Status { get; init; }
    public DossierOutcome? Outcome { get; init; }
    public required Instant SubmittedAt { get; init; }
    public Instant? ReceivedAt { get; init; }
    public Instant? CompletedAt { get; init; }
    public Instant? ReturnedAt { get; init; }
    public required RuleSet Rules { get; init; }

    /// <summary>Null before reception and for procedures that state no term.</summary>
    public DueLedger? Clock { get; init; }

    /// <summary>All steps so far, in the order in which they began.</summary>
    public required IReadOnlyList<StepView> Steps { get; init; }

    /// <summary>Names of the steps still to come, in the order of the process.</summary>
    public required IReadOnlyList<string> ToCome { get; init; }
    public SupplementView? Supplement { get; init; }
    public (long AmountDong, string For)? Payment { get; init; }
    public (string What, Instant DueAt)? Correction { get; init; }
    public required Applicant Applicant { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
    public required string ResultBy { get; init; }
    public required IReadOnlyList<PaperView> Papers { get; init; }

    /// <summary>The journal of this dossier, oldest first.</summary>
    public required IReadOnlyList<JournalEntry> History { get; init; }
    public required long Revision { get; init; }

    /// <summary>The steps that somebody has now.</summary>
    public IEnumerable<StepView> Now => Steps.Where(step => step.IsOpen);

    /// <summary>Whether the promised date has passed without a result.</summary>
    public bool IsLate(Instant now) => Clock is { IsPaused: false } clock && clock.CurrentDue.Date < (CompletedAt ?? now).DateInCity() && (CompletedAt is not null || !Status.IsClosed());
}
