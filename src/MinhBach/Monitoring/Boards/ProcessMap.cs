using MinhBach.Shell;

namespace MinhBach.Monitoring.Boards;

/// <summary>A process drawn with what happened in it: each step shows how often it ended and how long a dossier stood there.</summary>
/// <param name="Source">Where the diagram is.</param>
/// <param name="Marks">What stands on each step, by its id.</param>
internal sealed record ProcessMap(string Source, IReadOnlyDictionary<string, DiagramMark> Marks)
{
    private const int Levels = 4;

    /// <summary>The strongest colour is where dossiers stand longest; the others in proportion.</summary>
    public static ProcessMap Of(string source, IReadOnlyList<(string Node, BoardPart Part)> steps, Func<BoardPart, string> text)
    {
        var longest = steps.Select(step => Standing(step.Part)).DefaultIfEmpty().Max();
        return new(source, steps.ToDictionary(
            step => step.Node,
            step => new DiagramMark(text(step.Part), longest == 0 ? 0 : (int)Math.Ceiling(Levels * Standing(step.Part) / longest))));
    }

    // The average, not the median: a step that takes half of all dossiers no time and the rest a week holds up the city.
    private static double Standing(BoardPart part) => part.Ended is { } ended ? ended.Work.Mean + ended.Wait.Mean : 0;
}
