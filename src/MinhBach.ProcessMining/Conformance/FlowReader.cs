using System.Xml.Linq;
using MinhBach.Bpmn;

namespace MinhBach.ProcessMining;

/// <summary>Reads the nodes and flows of a BPMN process and names what has no counterpart in a Petri net.</summary>
internal sealed class FlowReader(IReadOnlyDictionary<string, string> activityOfNode, List<ConversionProblem> problems)
{
    private static readonly XNamespace Bpmn = BpmnNames.Bpmn;

    private readonly FlowNet _net = new();
    private readonly Dictionary<string, FlowNode> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowNode> _exits = new(StringComparer.Ordinal);

    public FlowNet Read(XElement process)
    {
        ReadScope(process, _net.Begin, _net.Finish);
        foreach (var flow in process.Descendants(Bpmn + "sequenceFlow"))
            ReadFlow(flow);
        foreach (var boundary in process.Descendants(Bpmn + "boundaryEvent"))
            Attach(boundary);
        foreach (var (id, node) in _exits)
            CheckConditions(process, id, node);
        CheckEnds();
        return _net;
    }

    private void ReadScope(XElement scope, FlowNode begin, FlowNode finish)
    {
        var starts = 0;
        foreach (var element in scope.Elements().Where(element => element.Name.Namespace == Bpmn))
        {
            switch (element.Name.LocalName)
            {
                case "startEvent":
                    _ = new FlowLink(begin, Enter(element, FlowNodeKind.Step));
                    starts++;
                    break;
                case "endEvent":
                    _ = new FlowLink(Enter(element, FlowNodeKind.Step), finish);
                    Refuse(element, "errorEventDefinition", "an error that is caught further out cannot be replayed.");
                    Refuse(element, "terminateEventDefinition", "an end that takes other branches with it cannot be replayed.");
                    break;
                case "intermediateThrowEvent" or "intermediateCatchEvent" or "boundaryEvent":
                    Enter(element, FlowNodeKind.Step);
                    Refuse(element, "linkEventDefinition", "a link to another place of the drawing is not followed.");
                    break;
                case "exclusiveGateway" or "eventBasedGateway":
                    Enter(element, FlowNodeKind.Choice);
                    break;
                case "parallelGateway":
                    Enter(element, FlowNodeKind.Parallel);
                    break;
                case "inclusiveGateway":
                    Enter(element, FlowNodeKind.Inclusive);
                    break;
                case "complexGateway" or "transaction" or "adHocSubProcess":
                    Problem(element, "it has no counterpart in the net.");
                    Enter(element, FlowNodeKind.Choice);
                    break;
                case "subProcess":
                    ReadSubProcess(element);
                    break;
                case "callActivity" or "task" or "userTask" or "manualTask" or "serviceTask" or "sendTask" or "receiveTask" or "scriptTask" or "businessRuleTask":
                    ReadTask(element);
                    break;
            }
        }
        if (starts == 0)
            Problem(scope, "there is no start event.");
    }

    private void ReadTask(XElement element)
    {
        Enter(element, FlowNodeKind.Step, ActivityOf(element));
        if (element.Attribute("isForCompensation")?.Value is "true" or "1")
            Problem(element, "compensation cannot be replayed.");
        RefuseRepetition(element);
    }

    private void ReadSubProcess(XElement element)
    {
        RefuseRepetition(element);
        if (element.Attribute("triggeredByEvent")?.Value is "true" or "1")
        {
            Problem(element, "a subprocess that an event begins cannot be replayed.");
            return;
        }
        var id = IdOf(element);
        _entries[id] = _net.Add(new FlowNode(null, FlowNodeKind.Choice));
        _exits[id] = _net.Add(new FlowNode(null, FlowNodeKind.Step));
        var inside = _net.Add(new FlowNode(null, FlowNodeKind.Choice));
        _ = new FlowLink(inside, _exits[id]);
        ReadScope(element, _entries[id], inside);
    }

    private void ReadFlow(XElement flow)
    {
        if (_exits.TryGetValue(Reference(flow, "sourceRef"), out var from) && _entries.TryGetValue(Reference(flow, "targetRef"), out var to))
            _ = new FlowLink(from, to);
        else if (problems.Count == 0)
            Problem(flow, "the flow does not lead from a node to a node of this process.");
    }

    // What interrupts a task takes the token that waits for the task.
    private void Attach(XElement boundary)
    {
        var host = Reference(boundary, "attachedToRef");
        if (boundary.Attribute("cancelActivity")?.Value is "false" or "0")
            Problem(boundary, "an event that does not interrupt its activity cannot be replayed.");
        else if (!_exits.TryGetValue(host, out var task) || task != _entries[host] || task.Kind != FlowNodeKind.Step)
            Problem(boundary, "an event is replayed on tasks only.");
        else
        {
            var wait = _net.Add(new FlowNode(null, FlowNodeKind.Choice));
            foreach (var link in task.In.ToList())
                link.MoveEnd(wait);
            _ = new FlowLink(wait, task);
            _ = new FlowLink(wait, _entries[IdOf(boundary)]);
        }
    }

    private void CheckConditions(XElement process, string id, FlowNode node)
    {
        if (node.Kind != FlowNodeKind.Step || node.Out.Count < 2)
            return;
        var conditional = process.Descendants(Bpmn + "sequenceFlow")
            .Any(flow => Reference(flow, "sourceRef") == id && flow.Element(Bpmn + "conditionExpression") is not null);
        if (!conditional)
            return;
        var split = _net.Add(new FlowNode(null, FlowNodeKind.Inclusive));
        foreach (var link in node.Out.ToList())
            link.MoveStart(split);
        _ = new FlowLink(node, split);
    }

    // BPMN lets a process begin and end where no event is drawn; the net would then move without end.
    private void CheckEnds()
    {
        foreach (var node in _net.Nodes.Where(node => node != _net.Begin && node != _net.Finish))
        {
            if (node.In.Count == 0)
                problems.Add(new ConversionProblem(node.Id ?? "", "", "nothing leads to it; begin with a start event."));
            if (node.Out.Count == 0)
                problems.Add(new ConversionProblem(node.Id ?? "", "", "it leads nowhere; finish with an end event."));
        }
    }

    private FlowNode Enter(XElement element, FlowNodeKind kind, string? activity = null)
    {
        var node = _net.Add(new FlowNode(IdOf(element), kind, activity));
        _entries[IdOf(element)] = _exits[IdOf(element)] = node;
        return node;
    }

    private string ActivityOf(XElement element)
    {
        if (activityOfNode.TryGetValue(IdOf(element), out var given))
            return given;
        var words = (element.Attribute("name")?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join(' ', words) : IdOf(element);
    }

    private void RefuseRepetition(XElement element)
    {
        Refuse(element, "standardLoopCharacteristics", "a task that repeats by itself cannot be replayed; draw the loop.");
        Refuse(element, "multiInstanceLoopCharacteristics", "a task of several instances cannot be replayed.");
    }

    private void Refuse(XElement element, string child, string message)
    {
        if (element.Element(Bpmn + child) is not null)
            Problem(element, message);
    }

    private void Problem(XElement element, string message) => problems.Add(new ConversionProblem(IdOf(element), element.Name.LocalName, message));

    private static string IdOf(XElement element) => element.Attribute("id")?.Value ?? "";

    private static string Reference(XElement element, string attribute) => element.Attribute(attribute)?.Value.Split(':')[^1] ?? "";
}
