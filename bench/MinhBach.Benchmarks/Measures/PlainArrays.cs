using MinhBach.Monitoring.History;
using MinhBach.ProcessMining;

namespace MinhBach.Benchmarks.Measures;

/// <summary>The least that could be done: one array a column, dense groups, one thread, one question only.</summary>
internal sealed class PlainArrays
{
    private readonly ushort[] units;
    private readonly ushort[] procedures;
    private readonly bool[] late;
    private readonly ushort[] work;
    private readonly int width;

    public PlainArrays(IReadOnlyList<EndedStep> steps)
    {
        units = [.. steps.Select(step => (ushort)step.Unit)];
        procedures = [.. steps.Select(step => (ushort)step.Procedure)];
        late = [.. steps.Select(step => step.Kept == Kept.Late)];
        work = [.. steps.Select(step => (ushort)DurationBuckets.Of(step.WorkSeconds))];
        width = procedures.Max() + 1;
        Groups = (units.Max() + 1) * width;
    }

    public int Groups { get; }

    /// <summary>Count, late, p50 and p90 by unit and procedure; answers how many groups there are.</summary>
    public int UnitByProcedure()
    {
        var (counts, missed, starts) = (new int[Groups], new int[Groups], new int[Groups + 1]);
        for (var i = 0; i < units.Length; i++)
        {
            var group = (units[i] * width) + procedures[i];
            counts[group]++;
            if (late[i]) missed[group]++;
        }

        for (var group = 0; group < Groups; group++) starts[group + 1] = starts[group] + counts[group];
        var (sorted, next) = (new ushort[units.Length], starts.ToArray());
        for (var i = 0; i < units.Length; i++) sorted[next[(units[i] * width) + procedures[i]]++] = work[i];
        var found = 0;
        double sum = 0;
        for (var group = 0; group < Groups; group++)
        {
            if (counts[group] == 0) continue;
            found++;
            var part = sorted.AsSpan(starts[group], counts[group]);
            part.Sort();
            sum += DurationBuckets.MiddleOf(part[(int)Math.Ceiling(0.5 * part.Length) - 1]) + DurationBuckets.MiddleOf(part[(int)Math.Ceiling(0.9 * part.Length) - 1]);
        }

        GC.KeepAlive(sum + missed[0]);
        return found;
    }
}
