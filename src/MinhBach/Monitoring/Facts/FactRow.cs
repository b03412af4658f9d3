using MinhBach.Dossiers;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>What every figure needs to know of one dossier, folded from the journal. No personal data.</summary>
internal sealed class FactRow
{
    public long DossierId { get; init; }
    public long AgencyId { get; init; }
    public required string Field { get; init; }
    public long ProcedureId { get; init; }
    public long VersionId { get; init; }
    public int Channel { get; init; }
    public int OnlineLevel { get; init; }
    public DossierStatus Status { get; set; }
    public LocalDate SubmittedOn { get; init; }
    public LocalDate? ReceivedOn { get; set; }
    public LocalDate? CompletedOn { get; set; }
    public LocalDate? ReturnedOn { get; set; }

    /// <summary>The day it ended without a result: not accepted, withdrawn or stopped.</summary>
    public LocalDate? LeftOn { get; set; }
    public LocalDate? FirstDue { get; set; }

    /// <summary>Every due date with the day it was set, so that a past period keeps its figures; see <see cref="DayLists"/>.</summary>
    public string Dues { get; set; } = "";

    /// <summary>When it waited for the applicant; see <see cref="DayLists"/>.</summary>
    public string Waits { get; set; } = "";
    public DossierOutcome? Outcome { get; set; }

    /// <summary>Working seconds at the city since reception, without the time it waited for the applicant.</summary>
    public long WorkedSeconds { get; set; }

    /// <summary>Since when <see cref="WorkedSeconds"/> has not been brought up to date; null while nothing runs.</summary>
    public Instant? RunningFrom { get; set; }

    /// <summary>Grows with every batch that was folded, also through a rebuild.</summary>
    public long Change { get; set; }

    public FactRow Copy() => (FactRow)MemberwiseClone();
}
