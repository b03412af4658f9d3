using MinhBach.Monitoring;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>Figures that the city stood by on a day, so that anybody can count them again from the log.</summary>
/// <param name="Measure">Which; <c>on-time</c> is the only one.</param>
/// <param name="Definition">Version of its definition.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period, at whose end open dossiers were looked at.</param>
/// <param name="GroupBy">By what the rows of the file are told apart: <c>agency</c> or <c>procedure</c>.</param>
/// <param name="Rows">Rows of the file, without its heading.</param>
/// <param name="Sha256">Of the file, in hex; it is served as <c>statistics/SHA256.csv</c> beside the tiles.</param>
/// <param name="Total">The figures of the whole city.</param>
public sealed record PublishedStatistic(
    string Measure, int Definition, LocalDate From, LocalDate To, string GroupBy, int Rows, string Sha256, PublishedTotal Total)
{
    /// <summary>The hash of the file that this one replaces; null for figures that were not published before.</summary>
    public string? Corrects { get; init; }

    /// <summary>Why they had to be corrected.</summary>
    public string? Reason { get; init; }
}

/// <summary>The counts that figures are made of. What came (<c>received</c> and <c>carriedOver</c>) is what is somewhere.</summary>
public sealed record PublishedTotal(
    int Received, int CarriedOver, int DoneEarly, int DoneOnTime, int DoneLate, int DoneUntimed, int PendingInTime, int PendingOverdue,
    int Waiting, int Left, int NotAccepted, int FirstDueMet, int FirstDueMissed)
{
    /// <summary>The counts of figures.</summary>
    public static PublishedTotal Of(OnTimeFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(
            figures.Received, figures.CarriedOver, figures.DoneEarly, figures.DoneOnTime, figures.DoneLate, figures.DoneUntimed, figures.PendingInTime,
            figures.PendingOverdue, figures.Waiting, figures.Left, figures.NotAccepted, figures.FirstDueMet, figures.FirstDueMissed);
    }
}
