using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// One cut: every core deals its share of the rows out by group, then counts one part of the groups after the other. Tables of all
/// groups would lie far from the processor, and be met in no order.
/// </summary>
internal static class CutPass
{
    private const int SmallestShare = 2;

    public static IReadOnlyList<CutGroup> Run(IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, RowFilter filter, Axis one, Axis other)
    {
        var shares = new CutShare[Math.Clamp(blocks.Count / SmallestShare, 1, Environment.ProcessorCount)];
        Parallel.For(0, shares.Length, i => shares[i] = new(blocks, blocks.Count * i / shares.Length, blocks.Count * (i + 1) / shares.Length, filter, one, other));
        var found = new CutGroup[CutShare.Parts][];
        Parallel.For(0, found.Length, () => new CutPart(), (part, _, counting) =>
        {
            found[part] = counting.Count(shares, part, one, other);
            return counting;
        }, _ => { });
        var answers = new CutGroup[found.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in found)
        {
            part.CopyTo(answers, at);
            at += part.Length;
        }

        return answers;
    }
}
