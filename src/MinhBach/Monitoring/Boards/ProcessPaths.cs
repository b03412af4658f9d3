using MinhBach.Monitoring.History;
using MinhBach.Monitoring.Paths;
using MinhBach.Shell;

namespace MinhBach.Monitoring.Boards;

/// <summary>The ways that dossiers of one procedure went through its process.</summary>
/// <param name="Arcs">Which step followed which, the most frequent first.</param>
/// <param name="Variants">Whole ways to a result, the most frequent first.</param>
internal sealed record ProcessPaths(IReadOnlyList<PathArc> Arcs, IReadOnlyList<WalkedVariant> Variants)
{
    /// <summary>Dossiers with a result.</summary>
    public int Dossiers => Variants.Sum(variant => variant.Count.All);

    /// <summary>Those among them that did a step more than once.</summary>
    public int Looping => Variants.Where(variant => variant.HasLoop).Sum(variant => variant.Count.All);

    /// <summary>The arcs as a drawing of the process takes them.</summary>
    public IReadOnlyList<DiagramArc> Drawn => [.. Arcs.GroupBy(arc => (From: arc.FromNode, To: arc.ToNode)).Select(group => new DiagramArc(group.Key.From, group.Key.To, group.Sum(arc => arc.Count)))];

    /// <summary>The ways of a procedure within a period; null when nobody went any.</summary>
    public static ProcessPaths? Of(HistoryShelf shelf, long procedure, ReportingPeriod period) => shelf.Learned(course =>
    {
        var steps = shelf.Data.StepNames.All;
        var (first, last) = (Course.MonthOf(period.From), Course.MonthOf(period.To));
        // A span cannot live in a lambda.
        var nodes = new Dictionary<int, string>();
        for (var number = 0; number < steps.Length; number++)
        {
            if (steps[number].Procedure == procedure) nodes.Add(number, steps[number].Node);
        }

        var arcs = course.Paths.ArcsOf(nodes.ContainsKey, first, last);
        return arcs.Count == 0 ? null : new ProcessPaths(
            [.. arcs.Select(arc => new PathArc(arc.From, arc.To, nodes.GetValueOrDefault(arc.From), nodes.GetValueOrDefault(arc.To), arc.Count))],
            course.Paths.VariantsOf(procedure, first, last));
    });
}

/// <summary>How often a step followed another.</summary>
/// <param name="From">The number of the first step; <see cref="WalkedPaths.Outside"/> for the beginning.</param>
/// <param name="To">The number of the second; <see cref="WalkedPaths.Outside"/> for the result.</param>
/// <param name="FromNode">The first step in the process; null for the beginning.</param>
/// <param name="ToNode">The second; null for the result.</param>
/// <param name="Count">How often.</param>
internal sealed record PathArc(int From, int To, string? FromNode, string? ToNode, int Count);
