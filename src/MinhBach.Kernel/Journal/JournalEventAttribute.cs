namespace MinhBach.Kernel;

/// <summary>
/// Marks a public record as an event of the journal. Names and shapes are promises: a shape changes only by adding a
/// property with a default, or by a new name.
/// </summary>
/// <param name="name">Stable dotted name such as <c>dossier.received</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JournalEventAttribute(string name) : Attribute
{
    /// <summary>Stable dotted name.</summary>
    public string Name { get; } = name;
}
