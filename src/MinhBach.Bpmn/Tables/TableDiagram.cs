namespace MinhBach.Bpmn;

/// <summary>A shape of the drawing of a table. Every shape has a column of its own.</summary>
internal sealed class TableShape(string id, string element, int lane, string name)
{
    public string Id { get; } = id;

    public string Element { get; } = element;

    public int Lane { get; } = lane;

    public string Name { get; } = name;

    /// <summary>The row of a task.</summary>
    public TableStep? Step { get; init; }

    /// <summary>Does a gateway's label stand above it (its way out leads down) or below?</summary>
    public bool LabelAbove { get; init; }

    public int X { get; set; }

    public int Y { get; set; }

    public int Width => Element switch { "userTask" => TextSize.TaskWidth, "exclusiveGateway" => 50, _ => 36 };

    public int Height => Element switch { "userTask" => TextSize.TaskHeight(Name), "exclusiveGateway" => 50, _ => 36 };

    public int MiddleX => X + (Width / 2);

    public int MiddleY => Y + (Height / 2);

    /// <summary>The room that it needs above and below its middle, label included.</summary>
    public int HalfHeight => (Height / 2) + (Element == "exclusiveGateway" ? TextSize.LabelHeight(Name) + 6 : 0);
}

/// <summary>A flow of the drawing of a table.</summary>
internal sealed record TableFlow(TableShape From, TableShape To, string? Condition, bool IsDefault)
{
    public string Id => $"{From.Id}_to_{To.Id}";
}

/// <summary>How much room text takes in the usual 12-pixel letters of BPMN drawings.</summary>
internal static class TextSize
{
    public const int TaskWidth = 160;
    public const int LabelWidth = 130;
    private const int LineHeight = 15;
    private const double LetterWidth = 6.6;

    public static int TaskHeight(string name) => Math.Max(80, (Lines(name, TaskWidth - 14) * LineHeight) + 24);

    public static int LabelHeight(string name) => Lines(name, LabelWidth) * LineHeight;

    /// <summary>The length that a name turned by 90° needs on at most two lines.</summary>
    public static int Turned(string name) => (int)(Math.Max(LongestWord(name), name.Length > 16 ? (name.Length / 2) + 5 : name.Length) * LetterWidth) + 24;

    private static int Lines(string text, int width)
    {
        var perLine = (int)(width / LetterWidth);
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (used > 0 && used + 1 + word.Length > perLine)
                (lines, used) = (lines + 1, 0);
            lines += (word.Length - 1) / perLine;
            used += (used > 0 ? 1 : 0) + Math.Min(word.Length, perLine);
        }
        return lines;
    }

    private static int LongestWord(string text) => text.Split(' ').Max(word => word.Length);
}
