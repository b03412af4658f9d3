namespace MinhBach.Monitoring.History;

/// <summary>A step that ended, with what the measures ask of it.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">Id of the procedure.</param>
/// <param name="Node">The step in its process.</param>
/// <param name="Name">The step's name then.</param>
/// <param name="Agency">Where it was done.</param>
/// <param name="Unit">The unit that had it.</param>
/// <param name="Person">Who ended it, or had it; 0 when nobody did.</param>
/// <param name="EndedOn">The day it ended, local date.</param>
/// <param name="WaitSeconds">Working time from its opening until somebody took it.</param>
/// <param name="WorkSeconds">Working time from then to its end.</param>
/// <param name="End">How it ended.</param>
/// <param name="Kept">Whether it kept its own due date.</param>
internal readonly record struct EndedStep(
    long Dossier, long Procedure, string Node, string Name, long Agency, long Unit, long Person, Day EndedOn, int WaitSeconds, int WorkSeconds, StepEnd End, Kept Kept)
{
    /// <summary>For whom it is the first step of the dossier that they ended.</summary>
    public Firsts Firsts { get; init; }
}
