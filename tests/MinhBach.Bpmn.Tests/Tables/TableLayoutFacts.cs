using System.Globalization;
using System.Xml.Linq;

namespace MinhBach.Bpmn.Tests;

public sealed class TableLayoutFacts
{
    private static readonly string[] Roles = ["Bộ phận một cửa", "Chuyên viên phòng Quản lý đầu tư và xây dựng", "Trưởng phòng", "Lãnh đạo Sở", "Văn thư"];

    public static TheoryData<int, int, bool> Sizes => new() { { 1, 1, false }, { 5, 3, false }, { 8, 5, true }, { 30, 5, true } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Shapes_do_not_overlap_and_lie_in_their_lanes(int steps, int roles, bool branching)
    {
        var drawing = new Drawing(Table(steps, roles, branching));
        var flowNodes = drawing.Model.Nodes.ToDictionary(node => node.Id, node => drawing.Shapes[node.Id]);
        foreach (var (id, box) in flowNodes)
        {
            foreach (var (other, otherBox) in flowNodes)
                Assert.False(id != other && box.Meets(otherBox), $"{id} overlaps {other}");
            var lane = drawing.Model.FindNode(id)!.Lane!;
            Assert.True(drawing.Shapes[drawing.LaneIds[lane]].Holds(box), $"{id} juts out of {lane}");
        }
        foreach (var label in drawing.Labels)
        {
            Assert.DoesNotContain(flowNodes.Values, box => box.Meets(label));
            Assert.True(drawing.Shapes["p_pool"].Holds(label));
        }
        Assert.All(drawing.LaneIds.Values, lane => Assert.True(drawing.Shapes["p_pool"].Holds(drawing.Shapes[lane])));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Flows_run_from_border_to_border_and_cross_no_shape(int steps, int roles, bool branching)
    {
        var drawing = new Drawing(Table(steps, roles, branching));
        var flows = drawing.Model.Nodes.SelectMany(node => node.Outgoing).ToList();
        Assert.Equal(flows.Count, drawing.Edges.Count);
        foreach (var flow in flows)
        {
            var points = drawing.Edges[flow.Id];
            Assert.True(points.Count >= 2);
            Assert.True(drawing.Shapes[flow.Source.Id].Touches(points[0]), $"{flow.Id} does not begin at its source");
            Assert.True(drawing.Shapes[flow.Target.Id].Touches(points[^1]), $"{flow.Id} does not end at its target");
            for (var i = 1; i < points.Count; i++)
            {
                Assert.True(points[i].X == points[i - 1].X || points[i].Y == points[i - 1].Y, $"{flow.Id} runs aslant");
                var piece = Box.Between(points[i - 1], points[i]);
                Assert.DoesNotContain(drawing.Model.Nodes, node => drawing.Shapes[node.Id].Meets(piece));
            }
        }
    }

    [Fact]
    public void Step_keeps_its_id_when_the_table_around_it_is_edited()
    {
        var before = Table(5, 3, branching: false).Steps.ToList();
        var after = before.ToList();
        after.Insert(2, new TableStep("mới", "Bước mới", "Vai trò mới"));
        after[0] = after[0] with { Name = "Tên khác" };
        var (ids, edited) = (Ids(before), Ids(after));
        Assert.Equal(ids, edited.Where(id => id != ProcessTable.IdOf("mới")));
        Assert.Equal(BpmnXml.Write(new ProcessTable(after).ToBpmn("p", "P")), BpmnXml.Write(new ProcessTable(after).ToBpmn("p", "P")));

        static List<string> Ids(List<TableStep> steps) => [.. ProcessModel.Compile(new ProcessTable(steps).ToBpmn("p", "P")).Model!.Steps.Select(step => step.Id)];
    }

    [Fact]
    public void Branching_table_comes_back_from_its_diagram()
    {
        var table = Table(12, 4, branching: true);
        Assert.Equal(table.Steps, ProcessTable.FromBpmn(table.ToBpmn("p", "P"))!.Steps);
    }

    [Fact]
    public void Process_that_is_no_table_is_not_read_as_one() =>
        Assert.Null(ProcessTable.FromBpmn(BpmnXml.Read(BpmnText.File(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/>""" + BpmnText.Flows("s>f f>a f>b")))));

    [Fact]
    public void Table_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new ProcessTable([]));
        Assert.Throws<ArgumentException>(() => new ProcessTable([new("a", "A"), new("a", "B")]));
        Assert.Throws<ArgumentException>(() => new ProcessTable([new("a", "A", ReturnTo: "b"), new("b", "B")]));
        Assert.Throws<ArgumentException>(() => new ProcessTable([new(" ", "A")]));
    }

    private static ProcessTable Table(int steps, int roles, bool branching) => new(
    [
        .. Enumerable.Range(1, steps).Select(i => new TableStep(
            $"b{i}",
            i % 3 == 0 ? "Kiểm tra tính đầy đủ, hợp lệ của hồ sơ và dự thảo tờ trình trình lãnh đạo phê duyệt kết quả giải quyết" : $"Bước {i}",
            Roles[(i * 7) % roles],
            Hours: i,
            Condition: branching && i % 4 == 2 ? "cần lấy ý kiến các cơ quan có liên quan = true and số tiền > 1000000" : null,
            ReturnTo: branching && i % 4 >= 2 && i > 3 ? $"b{i - 2}" : null,
            ReturnWhen: branching && i % 8 == 7 ? "kết luận = \"trả lại\"" : null)),
    ]);

    private readonly record struct Box(int X, int Y, int Width, int Height)
    {
        public static Box Between((int X, int Y) a, (int X, int Y) b) =>
            new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));

        public bool Meets(Box other) => X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;

        public bool Holds(Box other) => X <= other.X && Y <= other.Y && other.X + other.Width <= X + Width && other.Y + other.Height <= Y + Height;

        public bool Touches((int X, int Y) point) =>
            point.X >= X && point.X <= X + Width && point.Y >= Y && point.Y <= Y + Height
            && (point.X == X || point.X == X + Width || point.Y == Y || point.Y == Y + Height);
    }

    private sealed class Drawing
    {
        public Drawing(ProcessTable table)
        {
            var document = table.ToBpmn("p", "Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ");
            Model = ProcessModel.Compile(document).Model!;
            var root = document.Xml.Root!;
            LaneIds = root.Descendants(BpmnNames.Bpmn + "lane").ToDictionary(lane => (string)lane.Attribute("name")!, lane => (string)lane.Attribute("id")!);
            Shapes = root.Descendants(BpmnNames.Diagram + "BPMNShape").ToDictionary(
                shape => (string)shape.Attribute("bpmnElement")!, shape => BoxOf(shape.Element(BpmnNames.DiagramCommon + "Bounds")!));
            Labels = [.. root.Descendants(BpmnNames.Diagram + "BPMNLabel").Select(label => BoxOf(label.Element(BpmnNames.DiagramCommon + "Bounds")!))];
            Edges = root.Descendants(BpmnNames.Diagram + "BPMNEdge").ToDictionary(
                edge => (string)edge.Attribute("bpmnElement")!,
                edge => edge.Elements(BpmnNames.DiagramInterchange + "waypoint").Select(point => (Number(point, "x"), Number(point, "y"))).ToList());
        }

        public ProcessModel Model { get; }

        public Dictionary<string, string> LaneIds { get; }

        public Dictionary<string, Box> Shapes { get; }

        public List<Box> Labels { get; }

        public Dictionary<string, List<(int X, int Y)>> Edges { get; }

        private static Box BoxOf(XElement bounds) => new(Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"));

        private static int Number(XElement element, string name) => int.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
    }
}
