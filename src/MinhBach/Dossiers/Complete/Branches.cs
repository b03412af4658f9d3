using MinhBach.Bpmn;

namespace MinhBach.Dossiers;

/// <summary>The ways that a step's end may take when the process asks for its outcome.</summary>
internal static class Branches
{
    /// <summary>Value for the process and label for people, in the order of the file; empty when the process goes straight on.</summary>
    public static IReadOnlyList<(string Value, string Label)> After(ProcessModel process, string node)
    {
        var next = process.FindNode(node)?.Outgoing is [var only] ? only.Target : null;
        if (next is not { Kind: NodeKind.ExclusiveGateway } || next.Outgoing.Count < 2) return [];
        return [.. next.Outgoing.Select(flow => (Literal(flow.Condition?.Text) ?? "", flow.Name ?? flow.Target.Name))];
    }

    // A way is labelled by what its condition compares the outcome with: outcome = "reject".
    private static string? Literal(string? condition)
    {
        var parts = condition?.Split('"');
        return parts is [_, var value, ..] ? value : null;
    }
}
