using System.Xml;

namespace MinhBach.Bpmn;

/// <summary>A process as officials write it: a table of steps, one after another. It compiles to BPMN with a drawing.</summary>
/// <remarks>Ids are made of the keys, so a step keeps its id however the table around it is edited.</remarks>
public sealed class ProcessTable
{
    /// <summary>When a step with <see cref="TableStep.ReturnTo"/> goes back where it does not say: the variable that the host sets on completing it.</summary>
    public const string DefaultReturn = "returned = true";

    /// <summary>A table of these steps.</summary>
    /// <exception cref="ArgumentException">No steps, a key that is empty or used twice, or a return to a step that does not come earlier.</exception>
    public ProcessTable(IReadOnlyList<TableStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Count == 0)
            throw new ArgumentException("A process has at least one step.", nameof(steps));
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (string.IsNullOrWhiteSpace(step.Key))
                throw new ArgumentException($"The step \"{step.Name}\" has no key.", nameof(steps));
            if (step.ReturnTo is { } back && back != step.Key && !earlier.Contains(back))
                throw new ArgumentException($"The step {step.Key} returns to {back}, which is no step before it.", nameof(steps));
            if (!earlier.Add(step.Key))
                throw new ArgumentException($"The key {step.Key} is used twice.", nameof(steps));
        }
        Steps = [.. steps];
    }

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<TableStep> Steps { get; }

    /// <summary>The id that a step of a key has in the diagram.</summary>
    public static string IdOf(string key) => XmlConvert.EncodeLocalName(key)!;

    /// <summary>The table as BPMN, with a lane per role and laid out from left to right.</summary>
    /// <param name="id">The process's id; it is made fit for XML.</param>
    /// <param name="name">The process's name.</param>
    public BpmnDocument ToBpmn(string id, string name) => new TableWriter(this, IdOf(id), name).Write();

    /// <summary>Reads a table back from a process that has the form of one; null where it has not.</summary>
    /// <param name="document">The file.</param>
    /// <param name="processId">Which process; without it, as <see cref="ProcessModel.Compile"/> chooses.</param>
    public static ProcessTable? FromBpmn(BpmnDocument document, string? processId = null) =>
        ProcessModel.Compile(document, processId).Model is { } model ? TableReader.Read(model) : null;
}
