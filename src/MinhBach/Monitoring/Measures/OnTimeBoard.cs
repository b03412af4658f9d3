using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>By what the figures are told apart.</summary>
public enum Grouping
{
    /// <summary>By the agency that answers for the dossier.</summary>
    Agency,

    /// <summary>By field (lĩnh vực).</summary>
    Field,

    /// <summary>By procedure.</summary>
    Procedure,

    /// <summary>By calendar month.</summary>
    Month,
}

/// <summary>One row of a board.</summary>
/// <param name="Key">Stable key: agency code, field, procedure code or month (2026-11).</param>
/// <param name="Name">What people call it.</param>
/// <param name="Figures">Its figures.</param>
public sealed record OnTimeGroup(string Key, string Name, OnTimeFigures Figures);

/// <summary>The figures of a period, whole and in parts.</summary>
/// <param name="Period">The period asked for.</param>
/// <param name="End">The day at whose end the open dossiers were looked at: the period's last, or today when that is earlier.</param>
/// <param name="Total">The whole.</param>
/// <param name="Groups">The parts, those without any dossier left out.</param>
public sealed record OnTimeBoard(ReportingPeriod Period, LocalDate End, OnTimeFigures Total, IReadOnlyList<OnTimeGroup> Groups);

/// <summary>A dossier behind a figure, without a name or a code.</summary>
/// <param name="Id">Place in the list, for paging.</param>
/// <param name="Procedure">Procedure code and name.</param>
/// <param name="Agency">The agency that answers for it.</param>
/// <param name="ReceivedOn">Day of acceptance.</param>
/// <param name="FirstDue">First due date.</param>
/// <param name="Due">Due date at the end of the period or when it was done.</param>
/// <param name="EndedOn">Day of its result, or on which it left.</param>
/// <param name="Place">What it counts as at the end of the period.</param>
public sealed record CountedDossier(
    long Id, string Procedure, string Agency, LocalDate? ReceivedOn, LocalDate? FirstDue, LocalDate? Due, LocalDate? EndedOn, Figure Place);
