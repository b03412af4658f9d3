using System.Globalization;
using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Writes a table as BPMN with its drawing.</summary>
internal sealed class TableWriter
{
    /// <summary>The lane of steps that say no role.</summary>
    public const string NoRole = "—";

    private static readonly XNamespace Bpmn = BpmnNames.Bpmn;
    private static readonly XNamespace Di = BpmnNames.Diagram;
    private static readonly XNamespace Dc = BpmnNames.DiagramCommon;
    private static readonly XNamespace Dd = BpmnNames.DiagramInterchange;
    private static readonly XNamespace Ours = BpmnNames.Extension;
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly List<TableShape> shapes = [];
    private readonly List<TableFlow> flows = [];
    private readonly List<string> lanes = [];
    private readonly ProcessTable table;
    private readonly string id;
    private readonly string name;

    public TableWriter(ProcessTable table, string id, string name)
    {
        this.table = table;
        this.id = id;
        this.name = name;
        foreach (var step in table.Steps)
        {
            if (!lanes.Contains(LaneOf(step)))
                lanes.Add(LaneOf(step));
        }
        AddShapes();
        AddFlows();
    }

    public BpmnDocument Write()
    {
        var layout = new TableLayout(shapes, lanes, name);
        var root = new XElement(Bpmn + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Bpmn), new XAttribute(XNamespace.Xmlns + "bpmndi", Di), new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "di", Dd), new XAttribute(XNamespace.Xmlns + "xsi", Xsi), new XAttribute(XNamespace.Xmlns + "mb", Ours),
            new XAttribute("id", $"{id}_definitions"), new XAttribute("targetNamespace", Ours.NamespaceName + "#processes"),
            new XAttribute("expressionLanguage", "https://www.omg.org/spec/DMN/20191111/FEEL/"),
            new XElement(Bpmn + "collaboration", new XAttribute("id", $"{id}_collaboration"),
                new XElement(Bpmn + "participant", new XAttribute("id", $"{id}_pool"), new XAttribute("name", name), new XAttribute("processRef", id))),
            Process(), Diagram(layout));
        // Through the reader, so that a table and a file behave alike, line numbers included.
        return BpmnXml.Read(new XDocument(new XDeclaration("1.0", "UTF-8", null), root).Declaration + "\n" + root);
    }

    private static string LaneOf(TableStep step) => string.IsNullOrWhiteSpace(step.Role) ? NoRole : step.Role;

    private void AddShapes()
    {
        shapes.Add(new TableShape($"{id}_start", "startEvent", lanes.IndexOf(LaneOf(table.Steps[0])), ""));
        foreach (var step in table.Steps)
        {
            var lane = lanes.IndexOf(LaneOf(step));
            var stepId = ProcessTable.IdOf(step.Key);
            if (step.Condition is not null)
                shapes.Add(new TableShape($"{stepId}_when", "exclusiveGateway", lane, step.Condition));
            shapes.Add(new TableShape(stepId, "userTask", lane, step.Name) { Step = step });
            if (step.ReturnTo is not null)
                shapes.Add(new TableShape($"{stepId}_return", "exclusiveGateway", lane, step.ReturnWhen ?? ProcessTable.DefaultReturn) { LabelAbove = true });
        }
        shapes.Add(new TableShape($"{id}_end", "endEvent", lanes.IndexOf(LaneOf(table.Steps[^1])), ""));
    }

    private void AddFlows()
    {
        for (var i = 0; i < shapes.Count - 1; i++)
        {
            var (shape, next) = (shapes[i], shapes[i + 1]);
            if (shape.Element != "exclusiveGateway")
                flows.Add(new TableFlow(shape, next, null, false));
            else if (shape.LabelAbove)
            {
                var back = shapes.Find(other => other.Step?.Key == shapes[i - 1].Step!.ReturnTo)!;
                flows.Add(new TableFlow(shape, next, null, true));
                flows.Add(new TableFlow(shape, back, shape.Name, false));
            }
            else
            {
                // Past the step, and past the gateway in which it may be returned.
                var past = shapes[i + (next.Step!.ReturnTo is null ? 2 : 3)];
                flows.Add(new TableFlow(shape, next, shape.Name, false));
                flows.Add(new TableFlow(shape, past, null, true));
            }
        }
    }

    private XElement Process()
    {
        var process = new XElement(Bpmn + "process", new XAttribute("id", id), new XAttribute("name", name), new XAttribute("isExecutable", "true"));
        var set = new XElement(Bpmn + "laneSet", new XAttribute("id", $"{id}_lanes"));
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            set.Add(new XElement(Bpmn + "lane", new XAttribute("id", LaneId(lane)), new XAttribute("name", lanes[lane]),
                shapes.Where(shape => shape.Lane == lane).Select(shape => new XElement(Bpmn + "flowNodeRef", shape.Id))));
        }
        process.Add(set, shapes.Select(Node), flows.Select(Flow));
        return process;
    }

    private string LaneId(int lane) => $"{id}_lane_{ProcessTable.IdOf(lanes[lane])}";

    private XElement Node(TableShape shape)
    {
        var element = new XElement(Bpmn + shape.Element, new XAttribute("id", shape.Id));
        if (shape.Name.Length > 0)
            element.Add(new XAttribute("name", shape.Name));
        if (flows.Find(flow => flow.From == shape && flow.IsDefault) is { } past)
            element.Add(new XAttribute("default", past.Id));
        if (shape.Step is { } step)
        {
            Say(element, "role", step.Role);
            Say(element, "unitRule", step.UnitRule);
            Say(element, "hours", step.Hours?.ToString("0.####", CultureInfo.InvariantCulture));
            Say(element, "form", step.Form);
            Say(element, "output", step.Output);
            if (!string.IsNullOrWhiteSpace(step.Description))
                element.Add(new XElement(Bpmn + "documentation", step.Description));
        }
        element.Add(flows.Where(flow => flow.To == shape).Select(flow => new XElement(Bpmn + "incoming", flow.Id)));
        element.Add(flows.Where(flow => flow.From == shape).Select(flow => new XElement(Bpmn + "outgoing", flow.Id)));
        return element;
    }

    private static void Say(XElement element, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            element.Add(new XAttribute(Ours + name, value));
    }

    private static XElement Flow(TableFlow flow)
    {
        var element = new XElement(Bpmn + "sequenceFlow",
            new XAttribute("id", flow.Id), new XAttribute("sourceRef", flow.From.Id), new XAttribute("targetRef", flow.To.Id));
        if (flow.Condition is not null)
            element.Add(new XElement(Bpmn + "conditionExpression", new XAttribute(Xsi + "type", "bpmn:tFormalExpression"), flow.Condition));
        return element;
    }

    private XElement Diagram(TableLayout layout)
    {
        var plane = new XElement(Di + "BPMNPlane", new XAttribute("id", $"{id}_plane"), new XAttribute("bpmnElement", $"{id}_collaboration"),
            Shape($"{id}_pool", (TableLayout.Left, TableLayout.Top, layout.Width, layout.Height), isHorizontal: true));
        for (var lane = 0; lane < lanes.Count; lane++)
            plane.Add(Shape(LaneId(lane), layout.Lane(lane), isHorizontal: true));
        foreach (var shape in shapes)
        {
            var drawn = Shape(shape.Id, (shape.X, shape.Y, shape.Width, shape.Height));
            if (shape.Element == "exclusiveGateway")
            {
                drawn.Add(new XAttribute("isMarkerVisible", "true"));
                drawn.Add(new XElement(Di + "BPMNLabel", Bounds(TableLayout.Label(shape))));
            }
            plane.Add(drawn);
        }
        foreach (var flow in flows)
        {
            var toNeighbour = shapes.IndexOf(flow.To) == shapes.IndexOf(flow.From) + 1;
            plane.Add(new XElement(Di + "BPMNEdge", new XAttribute("id", $"{flow.Id}_edge"), new XAttribute("bpmnElement", flow.Id),
                layout.Route(flow, toNeighbour).Select(point => new XElement(Dd + "waypoint", new XAttribute("x", point.X), new XAttribute("y", point.Y)))));
        }
        return new XElement(Di + "BPMNDiagram", new XAttribute("id", $"{id}_diagram"), plane);
    }

    private static XElement Shape(string element, (int X, int Y, int Width, int Height) bounds, bool isHorizontal = false)
    {
        var shape = new XElement(Di + "BPMNShape", new XAttribute("id", $"{element}_shape"), new XAttribute("bpmnElement", element));
        if (isHorizontal)
            shape.Add(new XAttribute("isHorizontal", "true"));
        shape.Add(Bounds(bounds));
        return shape;
    }

    private static XElement Bounds((int X, int Y, int Width, int Height) bounds) => new(Dc + "Bounds",
        new XAttribute("x", bounds.X), new XAttribute("y", bounds.Y), new XAttribute("width", bounds.Width), new XAttribute("height", bounds.Height));
}
