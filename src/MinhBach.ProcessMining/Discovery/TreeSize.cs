namespace MinhBach.ProcessMining;

/// <summary>The room that a tree takes when it is drawn, and how far below its top its row lies, in pixels.</summary>
internal readonly record struct TreeSize(int Width, int Height, int Row)
{
    public const int GapX = 50;
    public const int GapY = 30;
    private const int SilentHeight = 20;

    public static TreeSize Of(ProcessTree tree) => tree.Operator switch
    {
        TreeOperator.Activity => new(DrawnNode.TaskWidth, DrawnNode.TaskHeight(tree.Activity!), DrawnNode.TaskHeight(tree.Activity!) / 2),
        TreeOperator.Silent => new(0, SilentHeight, SilentHeight / 2),
        TreeOperator.Sequence => Beside([.. tree.Parts.Select(Of)]),
        TreeOperator.Exclusive or TreeOperator.Parallel or TreeOperator.Loop => Below([.. Branches(tree).Select(Of)]),
    };

    /// <summary>The branches from top to bottom: what does nothing is drawn last, but the body of a loop is always first.</summary>
    public static IReadOnlyList<ProcessTree> Branches(ProcessTree tree) => tree.Operator == TreeOperator.Loop
        ? tree.Parts
        : [.. tree.Parts.OrderBy(part => part.Operator == TreeOperator.Silent)];

    private static TreeSize Beside(List<TreeSize> parts)
    {
        var row = parts.Max(part => part.Row);
        return new(parts.Sum(part => part.Width) + (GapX * (parts.Count - 1)), row + parts.Max(part => part.Height - part.Row), row);
    }

    private static TreeSize Below(List<TreeSize> parts)
    {
        var row = Math.Max(parts[0].Row, DrawnNode.GatewayWidth / 2);
        return new(
            (2 * (DrawnNode.GatewayWidth + GapX)) + parts.Max(part => part.Width),
            row - parts[0].Row + parts.Sum(part => part.Height) + (GapY * (parts.Count - 1)), row);
    }
}
