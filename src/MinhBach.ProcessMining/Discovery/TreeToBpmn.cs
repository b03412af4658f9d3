using System.Xml.Linq;
using MinhBach.Bpmn;

namespace MinhBach.ProcessMining;

/// <summary>Writes a process tree as BPMN 2.0 with a drawing from left to right. It is a picture of what was found: its choices have no conditions, so it is not executable.</summary>
public static class TreeToBpmn
{
    private static readonly XNamespace Bpmn = BpmnNames.Bpmn;
    private static readonly XNamespace Di = BpmnNames.Diagram;
    private static readonly XNamespace Dc = BpmnNames.DiagramCommon;
    private static readonly XNamespace Dd = BpmnNames.DiagramInterchange;

    /// <summary>Writes a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="id">The process's id: a name as XML allows it.</param>
    /// <param name="name">The process's name.</param>
    public static BpmnDocument Write(ProcessTree tree, string id, string name)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var drawing = new TreeDrawing(tree);
        var root = new XElement(Bpmn + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Bpmn), new XAttribute(XNamespace.Xmlns + "bpmndi", Di),
            new XAttribute(XNamespace.Xmlns + "dc", Dc), new XAttribute(XNamespace.Xmlns + "di", Dd),
            new XAttribute("id", $"{id}_definitions"), new XAttribute("targetNamespace", BpmnNames.Extension.NamespaceName + "#discovered"),
            Process(drawing, id, name), Diagram(drawing, id));
        return BpmnXml.Read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root);
    }

    private static XElement Process(TreeDrawing drawing, string id, string name) => new(Bpmn + "process",
        new XAttribute("id", id), new XAttribute("name", name), new XAttribute("isExecutable", "false"),
        drawing.Nodes.Select(node => new XElement(Bpmn + node.Element,
            new XAttribute("id", node.Id),
            node.Name.Length > 0 ? new XAttribute("name", node.Name) : null,
            drawing.Flows.Where(flow => flow.To == node).Select(flow => new XElement(Bpmn + "incoming", flow.Id)),
            drawing.Flows.Where(flow => flow.From == node).Select(flow => new XElement(Bpmn + "outgoing", flow.Id)))),
        drawing.Flows.Select(flow => new XElement(Bpmn + "sequenceFlow",
            new XAttribute("id", flow.Id), new XAttribute("sourceRef", flow.From.Id), new XAttribute("targetRef", flow.To.Id))));

    private static XElement Diagram(TreeDrawing drawing, string id) => new(Di + "BPMNDiagram", new XAttribute("id", $"{id}_diagram"),
        new XElement(Di + "BPMNPlane", new XAttribute("id", $"{id}_plane"), new XAttribute("bpmnElement", id),
            drawing.Nodes.Select(node => new XElement(Di + "BPMNShape", new XAttribute("id", $"{node.Id}_shape"), new XAttribute("bpmnElement", node.Id),
                node.Element == "exclusiveGateway" ? new XAttribute("isMarkerVisible", "true") : null,
                new XElement(Dc + "Bounds", new XAttribute("x", node.X), new XAttribute("y", node.Top), new XAttribute("width", node.Width), new XAttribute("height", node.Height)))),
            drawing.Flows.Select(flow => new XElement(Di + "BPMNEdge", new XAttribute("id", $"{flow.Id}_edge"), new XAttribute("bpmnElement", flow.Id),
                flow.Points.Select(point => new XElement(Dd + "waypoint", new XAttribute("x", point.X), new XAttribute("y", point.Y)))))));
}
