namespace MinhBach.ProcessMining;

/// <summary>
/// Draws a tree from left to right: sequences side by side, branches below each other between two gateways, and what a loop does
/// between two rounds from right to left below its body.
/// </summary>
internal sealed class TreeDrawing
{
    private const int Margin = 60;

    private readonly List<DrawnNode> _nodes = [];
    private readonly List<DrawnFlow> _flows = [];

    public TreeDrawing(ProcessTree tree)
    {
        var size = TreeSize.Of(tree);
        var row = Margin + size.Row;
        var start = Node("startEvent", "", Margin, row);
        var left = Margin + start.Width + TreeSize.GapX;
        var end = new DrawnNode("end", "endEvent", "", left + size.Width + TreeSize.GapX, row);
        Connect(start, Place(tree, left, row, isForward: true), end, row, isForward: true);
        _nodes.Add(end);
    }

    public IReadOnlyList<DrawnNode> Nodes => _nodes;

    public IReadOnlyList<DrawnFlow> Flows => _flows;

    /// <summary>Draws a tree along a row; null where there is nothing to draw.</summary>
    private (DrawnNode Entry, DrawnNode Exit)? Place(ProcessTree tree, int left, int row, bool isForward)
    {
        switch (tree.Operator)
        {
            case TreeOperator.Activity:
                var task = Node("task", tree.Activity!, left, row);
                return (task, task);
            case TreeOperator.Silent:
                return null;
            case TreeOperator.Sequence:
                return PlaceSequence(tree, left, row, isForward);
            case TreeOperator.Exclusive or TreeOperator.Parallel or TreeOperator.Loop:
                return PlaceBranches(tree, left, row, isForward);
            default:
                throw new ArgumentOutOfRangeException(nameof(tree), tree.Operator, "No such operator.");
        }
    }

    private (DrawnNode Entry, DrawnNode Exit) PlaceSequence(ProcessTree tree, int left, int row, bool isForward)
    {
        var x = isForward ? left : left + TreeSize.Of(tree).Width;
        (DrawnNode Entry, DrawnNode Exit)? whole = null;
        foreach (var part in tree.Parts)
        {
            var width = TreeSize.Of(part).Width;
            var placed = Place(part, isForward ? x : x - width, row, isForward)!.Value;
            if (whole is { } before)
                Flow(before.Exit, placed.Entry, row, isForward);
            whole = (whole?.Entry ?? placed.Entry, placed.Exit);
            x += isForward ? width + TreeSize.GapX : -width - TreeSize.GapX;
        }
        return whole!.Value;
    }

    private (DrawnNode Entry, DrawnNode Exit) PlaceBranches(ProcessTree tree, int left, int row, bool isForward)
    {
        var size = TreeSize.Of(tree);
        var element = tree.Operator == TreeOperator.Parallel ? "parallelGateway" : "exclusiveGateway";
        var right = left + size.Width - DrawnNode.GatewayWidth;
        var opening = Node(element, "", isForward ? left : right, row);
        var closing = Node(element, "", isForward ? right : left, row);
        var branches = TreeSize.Branches(tree);
        var top = row - TreeSize.Of(branches[0]).Row;
        for (var i = 0; i < branches.Count; i++)
        {
            var branch = TreeSize.Of(branches[i]);
            var isBack = tree.Operator == TreeOperator.Loop && i > 0;
            var x = left + ((size.Width - branch.Width) / 2);
            var placed = Place(branches[i], x, top + branch.Row, isForward != isBack);
            Connect(isBack ? closing : opening, placed, isBack ? opening : closing, top + branch.Row, isForward != isBack);
            top += branch.Height + TreeSize.GapY;
        }
        return (opening, closing);
    }

    private void Connect(DrawnNode from, (DrawnNode Entry, DrawnNode Exit)? between, DrawnNode to, int row, bool isForward)
    {
        if (between is not { } drawn)
        {
            Flow(from, to, row, isForward);
            return;
        }
        Flow(from, drawn.Entry, row, isForward);
        Flow(drawn.Exit, to, row, isForward);
    }

    private DrawnNode Node(string element, string name, int x, int row)
    {
        var node = new DrawnNode(element == "startEvent" ? "start" : $"{element}_{_nodes.Count}", element, name, x, row);
        _nodes.Add(node);
        return node;
    }

    private void Flow(DrawnNode from, DrawnNode to, int row, bool isForward) =>
        _flows.Add(new DrawnFlow($"flow_{_flows.Count}", from, to, row, isForward));
}
