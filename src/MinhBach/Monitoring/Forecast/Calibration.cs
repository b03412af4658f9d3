namespace MinhBach.Monitoring.Forecast;

/// <summary>
/// Holds chances that were given against what came of them, month by month, and corrects later ones by it: of those that were told
/// 70 to 80 %, so many should be late. A chance is corrected by dossiers that had ended before it was told, so each is a fair test.
/// One thread writes.
/// </summary>
internal sealed class Calibration
{
    private const int Bins = 20;
    private const int Wide = 5;
    private const int Loads = 3;

    // What is told says something before anything is known, five bins together before one of them is, all loads before one of them is:
    // as so many cases.
    private const double WideWeight = 5;
    private const double BinWeight = 20;
    private const double LoadWeight = 100;
    // A city changes: a month counts so much less with each that follows.
    private const double Fading = 0.7;
    // So many outcomes have to be known before anything is corrected, and so many more of them, as a part, before it is done anew.
    private const double Fewest = 1_000;
    private const double More = 0.02;

    private readonly (double All, double Late)[] settled = new (double All, double Late)[Bins * Loads];
    private readonly List<CalibrationMonth> months = [];
    private double known;
    private double again = Fewest;
    private double[]? corrected;

    /// <summary>Months in which chances were settled, in order.</summary>
    public IReadOnlyList<CalibrationMonth> Months => months;

    /// <summary>The chance, corrected by what came of earlier ones; null while there are too few.</summary>
    public double? Of(double raw, Load load) => corrected?[Place(raw, load)];

    /// <summary>A dossier whose chances were told has its result.</summary>
    /// <param name="month">Year times 12 plus month of the result; never before an earlier one.</param>
    /// <param name="given">What was told.</param>
    /// <param name="isLate">What came.</param>
    public void Settle(int month, in GivenChance given, bool isLate)
    {
        if (months is not [.., { } last] || last.Month < month)
        {
            Fade();
            months.Add(last = new(month));
        }

        if (given.Told is { } told) last.Add(told, isLate);
        ref var cell = ref settled[Place(given.Raw, given.Load)];
        cell = (cell.All + 1, cell.Late + (isLate ? 1 : 0));
        known++;
        if (known < again) return;
        corrected = Corrected();
        again = known * (1 + More);
    }

    public void Write(BinaryWriter to)
    {
        Write(to, settled);
        to.Write(known);
        to.Write(again);
        to.Write(corrected is not null);
        foreach (var chance in corrected ?? []) to.Write(chance);
        to.Write(months.Count);
        foreach (var month in months) month.Write(to);
    }

    public static Calibration Read(BinaryReader from)
    {
        var calibration = new Calibration();
        Read(from, calibration.settled);
        (calibration.known, calibration.again) = (from.ReadDouble(), from.ReadDouble());
        if (from.ReadBoolean())
        {
            calibration.corrected = new double[Bins * Loads];
            for (var i = 0; i < calibration.corrected.Length; i++) calibration.corrected[i] = from.ReadDouble();
        }

        for (var count = from.ReadInt32(); count > 0; count--) calibration.months.Add(CalibrationMonth.Read(from));
        return calibration;
    }

    private static int Place(double raw, Load load) => (Math.Min((int)(raw * Bins), Bins - 1) * Loads) + (int)load;

    private void Fade()
    {
        for (var i = 0; i < settled.Length; i++) settled[i] = (settled[i].All * Fading, settled[i].Late * Fading);
        known *= Fading;
        again = Math.Max(Fewest, again * Fading);
    }

    // What is known of some bins, under all loads.
    private (double All, double Late) Sum(int first, int count)
    {
        var sum = (All: 0.0, Late: 0.0);
        foreach (var (all, late) in settled.AsSpan(first * Loads, count * Loads)) sum = (sum.All + all, sum.Late + late);
        return sum;
    }

    private double[] Corrected()
    {
        var chances = new double[Bins * Loads];
        var wide = Rising([.. Enumerable.Range(0, Bins / Wide).Select(part => Mean(Sum(part * Wide, Wide), (part + 0.5) * Wide / Bins, WideWeight))]);
        var together = Rising([.. Enumerable.Range(0, Bins).Select(bin => Mean(Sum(bin, 1), wide[bin / Wide], BinWeight))]);
        for (var load = 0; load < Loads; load++)
        {
            var bins = Rising([.. Enumerable.Range(0, Bins).Select(bin => Mean(settled[(bin * Loads) + load], together[bin], LoadWeight))]);
            for (var bin = 0; bin < Bins; bin++) chances[(bin * Loads) + load] = bins[bin];
        }

        return chances;
    }

    private static (double Chance, double Weight) Mean((double All, double Late) cell, double before, double weight) => ((cell.Late + (weight * before)) / (cell.All + weight), cell.All + weight);

    // Pool adjacent violators: who was told more must not turn out less likely.
    private static double[] Rising(ReadOnlySpan<(double Chance, double Weight)> bins)
    {
        var pools = new List<(double Chance, double Weight, int Bins)>(bins.Length);
        foreach (var (chance, weight) in bins)
        {
            var pool = (Chance: chance, Weight: weight, Bins: 1);
            while (pools is [.., var before] && before.Chance >= pool.Chance)
            {
                pools.RemoveAt(pools.Count - 1);
                var sum = before.Weight + pool.Weight;
                pool = (((before.Chance * before.Weight) + (pool.Chance * pool.Weight)) / sum, sum, before.Bins + pool.Bins);
            }

            pools.Add(pool);
        }

        return [.. pools.SelectMany(pool => Enumerable.Repeat(pool.Chance, pool.Bins))];
    }

    private static void Write(BinaryWriter to, (double All, double Late)[] cells)
    {
        foreach (var (all, late) in cells)
        {
            to.Write(all);
            to.Write(late);
        }
    }

    private static void Read(BinaryReader from, (double All, double Late)[] cells)
    {
        for (var i = 0; i < cells.Length; i++) cells[i] = (from.ReadDouble(), from.ReadDouble());
    }
}

/// <summary>A chance to be late that was told when a step was opened.</summary>
/// <param name="Raw">From the remaining times alone, 0 to 1.</param>
/// <param name="Load">The load of the unit then.</param>
/// <param name="Told">Corrected by what came of earlier ones; null while those were too few.</param>
internal readonly record struct GivenChance(double Raw, Load Load, double? Told)
{
    /// <summary>The best that could be said then.</summary>
    public double Chance => Told ?? Raw;
}
