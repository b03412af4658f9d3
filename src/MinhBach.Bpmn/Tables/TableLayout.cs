namespace MinhBach.Bpmn;

/// <summary>
/// Lays a table out: lanes below each other, shapes from left to right, one to a column. Flows run straight to the neighbour,
/// or through the margin of a lane and then within the column of their target, so that none crosses a shape.
/// </summary>
internal sealed class TableLayout
{
    public const int Left = 160;
    public const int Top = 80;
    public const int Header = 30;
    private const int Gap = 60;
    private const int Margin = 45;
    private const int Channel = 20;

    private readonly int[] laneTop;
    private readonly int[] laneHeight;

    public TableLayout(IReadOnlyList<TableShape> shapes, IReadOnlyList<string> lanes, string poolName)
    {
        laneHeight = new int[lanes.Count];
        laneTop = new int[lanes.Count];
        for (var lane = 0; lane < lanes.Count; lane++)
            laneHeight[lane] = Math.Max(180, TextSize.Turned(lanes[lane]));
        foreach (var shape in shapes)
            laneHeight[shape.Lane] = Math.Max(laneHeight[shape.Lane], 2 * (shape.HalfHeight + Margin));
        var lacking = TextSize.Turned(poolName) - laneHeight.Sum();
        for (var lane = 0; lane < lanes.Count && lacking > 0; lane++)
            laneHeight[lane] += (lacking / lanes.Count) + 1;
        var y = Top;
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            laneTop[lane] = y;
            y += laneHeight[lane];
        }
        Height = y - Top;
        var x = Left + (2 * Header) + 40;
        foreach (var shape in shapes)
        {
            shape.X = x;
            shape.Y = laneTop[shape.Lane] + ((laneHeight[shape.Lane] - shape.Height) / 2);
            x += shape.Width + Gap;
        }
        Width = x - Left;
    }

    public int Width { get; }

    public int Height { get; }

    public (int X, int Y, int Width, int Height) Lane(int lane) => (Left + Header, laneTop[lane], Width - Header, laneHeight[lane]);

    public static (int X, int Y, int Width, int Height) Label(TableShape gateway)
    {
        var height = TextSize.LabelHeight(gateway.Name);
        var y = gateway.LabelAbove ? gateway.Y - height - 4 : gateway.Y + gateway.Height + 4;
        return (gateway.MiddleX - (TextSize.LabelWidth / 2), y, TextSize.LabelWidth, height);
    }

    public IReadOnlyList<(int X, int Y)> Route(TableFlow flow, bool toNeighbour)
    {
        var (from, to) = (flow.From, flow.To);
        if (toNeighbour)
        {
            var (start, end) = ((from.X + from.Width, from.MiddleY), (to.X, to.MiddleY));
            if (from.MiddleY == to.MiddleY)
                return [start, end];
            var middle = from.X + from.Width + ((to.X - from.X - from.Width) / 2);
            return [start, (middle, from.MiddleY), (middle, to.MiddleY), end];
        }
        var isReturn = to.X < from.X;
        var channel = isReturn ? laneTop[from.Lane] + laneHeight[from.Lane] - Channel : laneTop[from.Lane] + Channel;
        var leave = isReturn ? from.Y + from.Height : from.Y;
        var arrive = to.MiddleY < channel ? to.Y + to.Height : to.Y;
        return [(from.MiddleX, leave), (from.MiddleX, channel), (to.MiddleX, channel), (to.MiddleX, arrive)];
    }
}
