using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using MinhBach.Bpmn;

namespace MinhBach.ProcessMining.Tests;

public sealed class TreeToBpmnFacts
{
    private static readonly XNamespace Dc = BpmnNames.DiagramCommon;
    private static readonly XNamespace Di = BpmnNames.Diagram;

    [Fact]
    public void Shapes_do_not_overlap_and_flows_touch_their_shapes() =>
        Holds.For(200, MadeTrees.Any(10), tree =>
        {
            var document = TreeToBpmn.Write(tree, "found", "Found").Xml;
            var shapes = document.Descendants(Di + "BPMNShape").ToDictionary(shape => (string)shape.Attribute("bpmnElement")!, Bounds, StringComparer.Ordinal);
            var flows = document.Descendants(BpmnNames.Bpmn + "sequenceFlow").ToDictionary(flow => (string)flow.Attribute("id")!, StringComparer.Ordinal);
            var edges = document.Descendants(Di + "BPMNEdge").ToList();
            return shapes.Values.SelectMany((a, i) => shapes.Values.Skip(i + 1).Select(b => (a, b))).All(pair => !Overlap(pair.a, pair.b))
                && edges.Count == flows.Count
                && edges.TrueForAll(edge => Touches(edge, flows[(string)edge.Attribute("bpmnElement")!], shapes));
        });

    [Fact]
    public void The_found_model_is_read_back_with_its_names()
    {
        var text = BpmnXml.Write(TreeToBpmn.Write(ProcessTree.Sequence(ProcessTree.Do("Tiếp nhận"), ProcessTree.Do("Thẩm định")), "cap-phep", "Cấp phép"));

        var document = BpmnXml.Read(text);

        Assert.Equal(("cap-phep", "Cấp phép", false), (document.Processes[0].Id, document.Processes[0].Name, document.Processes[0].IsExecutable));
        Assert.True(document.HasDiagram);
        Assert.Equal(["Tiếp nhận", "Thẩm định"], BpmnToPetriNet.Convert(document).Net!.Activities);
    }

    private static bool Touches(XElement edge, XElement flow, Dictionary<string, (int X, int Y, int W, int H)> shapes)
    {
        var points = edge.Elements().Select(point => ((int)point.Attribute("x")!, (int)point.Attribute("y")!)).ToList();
        return OnBorder(points[0], shapes[(string)flow.Attribute("sourceRef")!]) && OnBorder(points[^1], shapes[(string)flow.Attribute("targetRef")!]);
    }

    private static bool OnBorder((int X, int Y) point, (int X, int Y, int W, int H) shape) =>
        ((point.X == shape.X || point.X == shape.X + shape.W) && point.Y >= shape.Y && point.Y <= shape.Y + shape.H)
        || ((point.Y == shape.Y || point.Y == shape.Y + shape.H) && point.X >= shape.X && point.X <= shape.X + shape.W);

    private static bool Overlap((int X, int Y, int W, int H) a, (int X, int Y, int W, int H) b) =>
        a.X < b.X + b.W && b.X < a.X + a.W && a.Y < b.Y + b.H && b.Y < a.Y + a.H;

    private static (int X, int Y, int W, int H) Bounds(XElement shape)
    {
        var bounds = shape.Element(Dc + "Bounds")!;
        return ((int)bounds.Attribute("x")!, (int)bounds.Attribute("y")!, (int)bounds.Attribute("width")!, (int)bounds.Attribute("height")!);
    }
}
