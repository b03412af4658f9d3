namespace MinhBach.Monitoring.Cuts;

/// <summary>One part of a cut.</summary>
/// <param name="Key">The part along the first dimension: an id, the number of a step, or a month as yyyymm.</param>
/// <param name="Other">The part along the second; 0 when there is none.</param>
/// <param name="Count">Steps that were done or sent back. Those that were cancelled count nowhere.</param>
/// <param name="InTime">Of those, how many kept their date.</param>
/// <param name="Late">How many did not; the rest had none.</param>
/// <param name="Returned">How many were sent back to an earlier step.</param>
/// <param name="OfUnits">How many were the first of their dossier that their unit ended: of one unit, so many dossiers.</param>
/// <param name="OfPeople">How many were the first of their dossier that their person ended: of one person, so many dossiers.</param>
/// <param name="Work">Working time from being taken to the end.</param>
/// <param name="Wait">Working time from being opened until somebody took it.</param>
internal sealed record CutGroup(long Key, long Other, int Count, int InTime, int Late, int Returned, int OfUnits, int OfPeople, Spread Work, Spread Wait)
{
    /// <summary>Share that kept its date, 0 to 1; null when none had one.</summary>
    public double? InTimeRate => InTime + Late == 0 ? null : InTime / (double)(InTime + Late);
}
