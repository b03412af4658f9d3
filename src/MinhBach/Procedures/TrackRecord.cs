using NodaTime;

namespace MinhBach.Procedures;

/// <summary>How long a procedure really took lately.</summary>
/// <param name="Count">How many finished dossiers are counted.</param>
/// <param name="MedianHours">Half of them took no longer, in working hours.</param>
/// <param name="NinthDecileHours">Nine in ten took no longer, in working hours.</param>
/// <param name="OnTime">Share finished by the first due date, 0 to 1.</param>
/// <param name="Since">The first day counted.</param>
public sealed record TrackRecord(int Count, decimal MedianHours, decimal NinthDecileHours, double OnTime, LocalDate Since);

/// <summary>Answered by the module that measures the work; the public page of a procedure asks it.</summary>
public interface IProcedureTrackRecord
{
    /// <summary>Null while no dossier of the procedure has been finished.</summary>
    TrackRecord? For(ProcedureId procedure);
}
