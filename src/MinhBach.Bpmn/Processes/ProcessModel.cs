using System.Collections.Frozen;

namespace MinhBach.Bpmn;

/// <summary>A process ready to be executed. Immutable; share it between as many cases as there are.</summary>
public sealed class ProcessModel
{
    private readonly FrozenDictionary<string, ProcessNode> byId;

    internal ProcessModel(string id, string name, ProcessNode[] nodes, ProcessNode start)
    {
        Id = id;
        Name = name;
        Nodes = nodes;
        Start = start;
        byId = nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
        Steps = [.. FlowOrder.Of(nodes, start).Where(node => node.IsStep)];
        InclusiveJoins = [.. nodes.Where(node => node.Join is not null)];
    }

    /// <summary>The process's id.</summary>
    public string Id { get; }

    /// <summary>The process's name; the id where it has none.</summary>
    public string Name { get; }

    /// <summary>All nodes in the order of the file, those of subprocesses after their subprocess.</summary>
    public IReadOnlyList<ProcessNode> Nodes { get; }

    /// <summary>The work of people, in the order in which the flow comes to it.</summary>
    public IReadOnlyList<ProcessNode> Steps { get; }

    internal ProcessNode Start { get; }

    internal ProcessNode[] InclusiveJoins { get; }

    /// <summary>Compiles a process of a document. Everything that cannot be executed is named now.</summary>
    /// <param name="document">The file.</param>
    /// <param name="processId">Which process; without it, the executable one, or else the first that has nodes.</param>
    public static Compilation Compile(BpmnDocument document, string? processId = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ProcessCompiler(document, processId).Compile();
    }

    /// <summary>The node of an id, or null.</summary>
    public ProcessNode? FindNode(string id) => byId.GetValueOrDefault(id);
}
