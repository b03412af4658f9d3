using System.Xml;
using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Turns the XML of a process into a model and names whatever cannot be executed.</summary>
internal sealed class ProcessCompiler(BpmnDocument document, string? processId)
{
    private readonly List<ProcessProblem> problems = [];
    private readonly List<ProcessNode> nodes = [];
    private readonly Dictionary<string, ProcessNode> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> elements = new(StringComparer.Ordinal);
    private readonly HashSet<string> notExecuted = new(StringComparer.Ordinal);
    private NodeReader reader = null!;

    public Compilation Compile()
    {
        var process = Choose();
        if (process is null)
            return new Compilation(null, problems);
        reader = new NodeReader(document, this);
        CheckIds(process);
        ReadNodes(process, null);
        Attach();
        ReadFlows(process);
        ReadLanes(process);
        var start = FindStart(process, null);
        if (start is not null && !HasErrors)
            new StructureCheck(nodes, start, elements, this).Run();
        if (start is null || HasErrors)
            return new Compilation(null, problems);
        foreach (var node in nodes)
        {
            if (node.Kind == NodeKind.InclusiveGateway && node.In.Length > 1)
                node.Join = new InclusiveJoin(node, nodes.Count);
        }
        var id = (string?)process.Attribute("id") ?? "process";
        return new Compilation(new ProcessModel(id, (string?)process.Attribute("name") ?? id, [.. nodes], start), problems);
    }

    public bool HasErrors => problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(XElement element, string code, string message) => Report(ProblemSeverity.Error, element, code, message);

    public void Warn(XElement element, string code, string message) => Report(ProblemSeverity.Warning, element, code, message);

    private void Report(ProblemSeverity severity, XElement element, string code, string message)
    {
        var place = (IXmlLineInfo)element;
        problems.Add(new ProcessProblem(
            severity, code, (string?)element.Attribute("id") ?? "", (string?)element.Attribute("name"), element.Name.LocalName, message,
            place.HasLineInfo() ? place.LineNumber : 0));
    }

    private XElement? Choose()
    {
        var all = document.ProcessElements.ToList();
        var chosen = processId is null
            ? all.Find(process => (string?)process.Attribute("isExecutable") is "true" or "1")
                ?? all.Find(process => process.Elements().Any(element => NodeReader.IsFlowNode(element))) ?? all.FirstOrDefault()
            : all.Find(process => (string?)process.Attribute("id") == processId);
        if (chosen is null)
            Error(document.Xml.Root!, "no-process", processId is null ? "The file holds no process." : $"The file holds no process {processId}.");
        return chosen;
    }

    private void CheckIds(XElement process)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in process.Descendants().Where(element => NodeReader.IsFlowNode(element) || element.Name == BpmnNames.Bpmn + "sequenceFlow"))
        {
            if ((string?)element.Attribute("id") is not { Length: > 0 } id)
                Error(element, "no-id", "The element has no id.");
            else if (!seen.Add(id))
                Error(element, "duplicate-id", $"The id {id} is used twice.");
        }
    }

    private void ReadNodes(XElement container, ProcessNode? parent)
    {
        foreach (var element in container.Elements().Where(NodeReader.IsFlowNode))
        {
            if ((string?)element.Attribute("id") is not { Length: > 0 } id || byId.ContainsKey(id))
                continue;
            elements[id] = element;
            if (reader.Read(element, nodes.Count, parent) is not { } node)
            {
                notExecuted.Add(id);
                continue;
            }
            nodes.Add(node);
            byId[id] = node;
            if (node.Kind != NodeKind.SubProcess)
                continue;
            ReadNodes(element, node);
            node.Start = FindStart(element, node);
        }
    }

    private void Attach()
    {
        foreach (var node in nodes)
        {
            if (node.Kind is not (NodeKind.TimerBoundaryEvent or NodeKind.MessageBoundaryEvent or NodeKind.ErrorBoundaryEvent))
                continue;
            var element = elements[node.Id];
            var host = NodeReader.Local((string?)element.Attribute("attachedToRef"));
            if (host is not null && notExecuted.Contains(host))
                continue;
            if (host is null || !byId.TryGetValue(host, out var activity) || activity.Parent != node.Parent)
                Error(element, "not-attached", "The boundary event is not attached to an activity of the same level.");
            else if (activity.Kind is not (NodeKind.UserTask or NodeKind.ManualTask or NodeKind.ServiceTask or NodeKind.ReceiveTask or NodeKind.SubProcess))
                Error(element, "not-attached", $"A boundary event on {activity.Kind} {activity.Id} is not executed: nothing waits there.");
            else
            {
                node.AttachedTo = activity;
                activity.Boundary = [.. activity.Boundary, node];
            }
        }
    }

    private void ReadFlows(XElement process)
    {
        foreach (var element in process.Descendants(BpmnNames.Bpmn + "sequenceFlow"))
        {
            var (source, target) = (End(element, "sourceRef"), End(element, "targetRef"));
            if (source is null || target is null)
                continue;
            if (source.Parent != target.Parent)
            {
                Error(element, "flow-crosses-levels", "The flow leads into or out of a subprocess.");
                continue;
            }
            var condition = Condition(element);
            var flow = new ProcessFlow((string?)element.Attribute("id") ?? "", (string?)element.Attribute("name"), source, target, condition);
            source.Out = [.. source.Out, flow];
            target.In = [.. target.In, flow];
            if (NodeReader.Local((string?)elements[source.Id].Attribute("default")) == flow.Id)
                source.Default = flow;
        }
    }

    private ProcessNode? End(XElement flow, string attribute)
    {
        var id = NodeReader.Local((string?)flow.Attribute(attribute));
        if (id is not null && byId.TryGetValue(id, out var node))
            return node;
        if (id is null || !notExecuted.Contains(id))
            Error(flow, "dangling-flow", $"The flow's {attribute} names no node of this process: {id ?? "nothing"}.");
        return null;
    }

    private FeelExpression? Condition(XElement flow)
    {
        var element = flow.Element(BpmnNames.Bpmn + "conditionExpression");
        if (element is null || string.IsNullOrWhiteSpace(element.Value))
            return null;
        return ReadFeel(element, element.Value.Trim(), flow);
    }

    internal FeelExpression ReadFeel(XElement element, string text, XElement owner)
    {
        var language = (string?)element.Attribute("language") ?? "";
        if (language.Length > 0 && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
            Warn(owner, "not-feel", $"The expression says it is written in {language}; it is read as FEEL.");
        // Camunda writes FEEL with a leading "=".
        var expression = Feel.Parse(text.StartsWith('=') ? text[1..] : text);
        if (!expression.IsValid)
            Error(owner, "bad-feel", $"The expression \"{text}\" cannot be read, at character {expression.Errors[0].Position + 1}: {expression.Errors[0].Message}");
        return expression;
    }

    private void ReadLanes(XElement process)
    {
        foreach (var lane in process.Descendants(BpmnNames.Bpmn + "lane"))
        {
            var name = (string?)lane.Attribute("name") ?? (string?)lane.Attribute("id");
            foreach (var reference in lane.Elements(BpmnNames.Bpmn + "flowNodeRef"))
            {
                if (NodeReader.Local(reference.Value.Trim()) is { } id && byId.TryGetValue(id, out var node))
                    node.Lane = name;
            }
        }
    }

    private ProcessNode? FindStart(XElement container, ProcessNode? parent)
    {
        var starts = nodes.FindAll(node => node.Kind == NodeKind.StartEvent && node.Parent == parent);
        if (starts.Count == 1)
            return starts[0];
        var startIsNamed = container.Elements(BpmnNames.Bpmn + "startEvent").Any(element => notExecuted.Contains((string?)element.Attribute("id") ?? ""));
        if (starts.Count > 1)
            Error(container, "several-starts", $"There are {starts.Count} start events without a trigger: which one begins is not said.");
        else if (!startIsNamed)
            Error(container, "no-start", "There is no start event.");
        return null;
    }
}
