using System.Collections.Immutable;
using MinhBach.Bpmn;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>
/// A dossier as its rules see it. Immutable: a <see cref="Decision"/> makes the next one, event by event.
/// The applicant's data are not here; no rule asks who somebody is.
/// </summary>
internal sealed record Dossier
{
    public required DossierId Id { get; init; }

    public string Code { get; init; } = "";

    public ProcedureVersionId Version { get; init; }

    public string CaseKey { get; init; } = "";

    public long Agency { get; init; }

    public Channel Channel { get; init; }

    public DossierStatus Status { get; init; } = DossierStatus.AwaitingReception;

    public Instant SubmittedAt { get; init; }

    public Instant? ReceivedAt { get; init; }

    public Instant? CompletedAt { get; init; }

    public Instant? ReturnedAt { get; init; }

    public DossierOutcome? Outcome { get; init; }

    /// <summary>Null before reception, and for procedures that state no term.</summary>
    public DueLedger? Clock { get; init; }

    public RuleSet Rules { get; init; } = RuleSet.All[^1];

    public ProcessState Process { get; init; } = ProcessState.Empty;

    /// <summary>Steps and opinions that are open, by task number.</summary>
    public ImmutableSortedDictionary<int, OpenStep> Open { get; init; } = ImmutableSortedDictionary<int, OpenStep>.Empty;

    /// <summary>Who did which step, oldest first: nobody approves their own step.</summary>
    public ImmutableList<DoneStep> Done { get; init; } = [];

    public PendingSupplement? Supplement { get; init; }

    public int SupplementsBeforeReception { get; init; }

    public int SupplementsAfterReception { get; init; }

    public PendingPayment? Payment { get; init; }

    public PendingCorrection? Correction { get; init; }

    public long Revision { get; init; }

    public long? LastSequence { get; init; }

    public bool IsReceived => ReceivedAt is not null;
}

/// <summary>A step that somebody has on the desk.</summary>
internal sealed record OpenStep(int Task, string Node, string Name, string? Role, long Agency, long Unit, long? Person, string? PersonName, Instant OpenedAt, Instant? DueAt, string? Question = null)
{
    /// <summary>The return of a refusal, which stands outside the process.</summary>
    public const int ReturnOfRefusal = 900_000;

    /// <summary>Opinions are numbered from here, apart from the process's own tasks.</summary>
    public const int FirstOpinion = 1_000_000;

    public bool IsOpinion => Task >= FirstOpinion;

    /// <summary>Receptions stand before the process: 0, then -1, -2 … after each supplement at the desk.</summary>
    public bool IsReception => Task <= 0;
}

internal sealed record DoneStep(int Task, string Node, string? Role, long? Person);

internal sealed record PendingSupplement(ImmutableArray<string> Items, string Reason, Instant AskedAt, LocalDate AnswerBy, bool BeforeReception, DossierStatus From);

internal sealed record PendingPayment(long AmountDong, string For, Instant AskedAt);

internal sealed record PendingCorrection(string What, Instant DueAt);
