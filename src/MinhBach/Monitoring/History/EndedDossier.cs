namespace MinhBach.Monitoring.History;

/// <summary>How a dossier left the city's desks.</summary>
internal enum DossierEnd : byte
{
    /// <summary>With a result.</summary>
    Completed,

    /// <summary>It was never taken in.</summary>
    NotAccepted,

    /// <summary>Taken back or stopped afterwards.</summary>
    Left,
}

/// <summary>A dossier that ended, with what happened to it on the way.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Agency">The agency that answered for it.</param>
/// <param name="EndedOn">The day of its result, or the day it left.</param>
/// <param name="End">How it ended.</param>
/// <param name="Steps">Steps that ended before it did.</param>
/// <param name="HandOvers">How often the work went to another unit.</param>
/// <param name="Returns">How often it was sent back to an earlier step.</param>
/// <param name="Supplements">How often the applicant was asked for more.</param>
/// <param name="Extensions">How often a later date was promised.</param>
/// <param name="LateExtensions">How many of those came on or after the due date, when the law wants them a day before.</param>
/// <param name="Agencies">How many agencies worked on it.</param>
/// <param name="People">How many persons did.</param>
internal readonly record struct EndedDossier(
    long Dossier, long Procedure, long Agency, Day EndedOn, DossierEnd End,
    byte Steps, byte HandOvers, byte Returns, byte Supplements, byte Extensions, byte LateExtensions, byte Agencies, byte People)
{
    /// <summary>Working seconds from its reception to its result, without those it waited for its applicant; 0 without a result.</summary>
    public int WorkSeconds { get; init; }
}
