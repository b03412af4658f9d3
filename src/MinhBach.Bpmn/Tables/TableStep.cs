namespace MinhBach.Bpmn;

/// <summary>A row of a process written as a table.</summary>
/// <param name="Key">Stays the same while the row is edited; the step's id in the diagram is made of it.</param>
/// <param name="Name">What is done.</param>
/// <param name="Role">Who does it; one lane per role.</param>
/// <param name="UnitRule">How the unit is found, in the host's words.</param>
/// <param name="Hours">Working hours it may take.</param>
/// <param name="Output">What comes out of it.</param>
/// <param name="Description">What is to be done, at length.</param>
/// <param name="Form">Key of the form that is filled in.</param>
/// <param name="Condition">FEEL; where it does not hold, the step is passed by. Null: always done.</param>
/// <param name="ReturnTo">Key of an earlier step that this one may send the case back to.</param>
/// <param name="ReturnWhen">FEEL; when the case goes back. Null: <c>returned = true</c>.</param>
public sealed record TableStep(
    string Key,
    string Name,
    string? Role = null,
    string? UnitRule = null,
    decimal? Hours = null,
    string? Output = null,
    string? Description = null,
    string? Form = null,
    string? Condition = null,
    string? ReturnTo = null,
    string? ReturnWhen = null);
