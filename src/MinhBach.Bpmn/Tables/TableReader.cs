using System.Xml;

namespace MinhBach.Bpmn;

/// <summary>Reads a compiled process back as a table, if it has the form of one.</summary>
internal static class TableReader
{
    public static ProcessTable? Read(ProcessModel model)
    {
        var steps = new List<TableStep>();
        var seen = new HashSet<ProcessNode>();
        var node = Only(model.Start);
        while (node is not null && node.Kind != NodeKind.EndEvent)
        {
            string? condition = null;
            ProcessNode? passedTo = null;
            if (node.Kind == NodeKind.ExclusiveGateway)
            {
                if (!TakeSkip(node, out var guarded, out condition, out passedTo))
                    return null;
                node = guarded;
            }
            if (!node.IsStep || node.Boundary.Length > 0 || !seen.Add(node))
                return null;
            var step = Row(node) with { Condition = condition };
            if (Only(node) is not { } next)
                return null;
            if (next.Kind == NodeKind.ExclusiveGateway && TakeReturn(next, seen, out var back, out var when, out var onward))
            {
                step = step with { ReturnTo = KeyOf(back), ReturnWhen = when == ProcessTable.DefaultReturn ? null : when };
                next = onward;
            }
            if (passedTo is not null && passedTo != next)
                return null;
            steps.Add(step);
            node = next;
        }
        var known = 1 + steps.Count + steps.Count(step => step.Condition is not null) + steps.Count(step => step.ReturnTo is not null) + 1;
        return node is not null && steps.Count > 0 && known == model.Nodes.Count ? new ProcessTable(steps) : null;
    }

    private static ProcessNode? Only(ProcessNode node) => node.Out.Length == 1 && node.Out[0].Condition is null ? node.Out[0].Target : null;

    private static bool TakeSkip(ProcessNode gateway, out ProcessNode step, out string? condition, out ProcessNode? passedTo)
    {
        (step, condition, passedTo) = (gateway, null, null);
        if (gateway.Out.Length != 2 || gateway.Default is not { } past || Other(gateway) is not { Condition: { } when } into)
            return false;
        (step, condition, passedTo) = (into.Target, when.Text, past.Target);
        return true;
    }

    private static bool TakeReturn(ProcessNode gateway, HashSet<ProcessNode> seen, out ProcessNode back, out string? when, out ProcessNode onward)
    {
        (back, when, onward) = (gateway, null, gateway);
        if (gateway.Out.Length != 2 || gateway.Default is not { } next || Other(gateway) is not { Condition: { } condition } return_)
            return false;
        // A step that is passed by on some condition is entered again through its own condition.
        var target = seen.Contains(return_.Target) ? return_.Target : null;
        if (target is null)
            return false;
        (back, when, onward) = (target, condition.Text, next.Target);
        return true;
    }

    private static ProcessFlow? Other(ProcessNode gateway) => Array.Find(gateway.Out, flow => flow != gateway.Default);

    private static TableStep Row(ProcessNode node) => new(
        KeyOf(node), node.Name, node.Step.Role ?? (node.Lane == TableWriter.NoRole ? null : node.Lane), node.Step.UnitRule, node.Step.Hours, node.Step.Output, node.Step.Description, node.Step.Form);

    private static string KeyOf(ProcessNode node) => XmlConvert.DecodeName(node.Id)!;
}
