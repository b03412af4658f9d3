namespace MinhBach.ProcessMining;

/// <summary>A node of a found model at its place, in pixels.</summary>
internal sealed record DrawnNode(string Id, string Element, string Name, int X, int MiddleY)
{
    public const int TaskWidth = 130;
    public const int GatewayWidth = 50;
    private const int EventWidth = 36;
    private const int LettersPerLine = 18;

    public int Width => WidthOf(Element);

    public int Height => Element == "task" ? TaskHeight(Name) : Width;

    public int Top => MiddleY - (Height / 2);

    public int MiddleX => X + (Width / 2);

    /// <summary>Room for a name in the usual letters of BPMN drawings, to the next even number so that the middle is whole.</summary>
    public static int TaskHeight(string name) => Math.Max(60, 28 + (16 * ((name.Length / LettersPerLine) + 1)));

    public static int WidthOf(string element) => element switch { "task" => TaskWidth, "startEvent" or "endEvent" => EventWidth, _ => GatewayWidth };
}

/// <summary>A flow of a found model: along a row, which gateways at its ends may lie off.</summary>
internal sealed record DrawnFlow(string Id, DrawnNode From, DrawnNode To, int Row, bool IsForward)
{
    public IEnumerable<(int X, int Y)> Points
    {
        get
        {
            var leave = IsForward ? From.X + From.Width : From.X;
            var arrive = IsForward ? To.X : To.X + To.Width;
            if (From.MiddleY == Row)
                yield return (leave, Row);
            else
            {
                yield return (From.MiddleX, Row > From.MiddleY ? From.Top + From.Height : From.Top);
                yield return (From.MiddleX, Row);
            }
            if (To.MiddleY == Row)
                yield return (arrive, Row);
            else
            {
                yield return (To.MiddleX, Row);
                yield return (To.MiddleX, Row > To.MiddleY ? To.Top + To.Height : To.Top);
            }
        }
    }
}
