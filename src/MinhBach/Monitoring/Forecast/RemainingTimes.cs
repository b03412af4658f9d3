namespace MinhBach.Monitoring.Forecast;

/// <summary>
/// How much working time it took from the opening of a step until the dossier had its result: for each step at each desk, for the
/// step anywhere, for the procedure. Few cases of one's own lean on the wider group. One thread writes.
/// </summary>
internal sealed class RemainingTimes
{
    // The wider group counts as much as this many cases of one's own.
    private const double Weight = 20;

    // What one would say about a city that has finished nothing yet: one in twenty.
    private const double FirstLate = 1;
    private const double FirstAll = 20;

    private readonly Dictionary<(int Step, int Desk), DurationTally> desks = [];
    private readonly Dictionary<int, DurationTally> steps = [];
    private readonly Dictionary<long, DurationTally> procedures = [];
    private int all;
    private int late;

    /// <summary>Takes a dossier that has its result, seen from one of its steps.</summary>
    /// <param name="place">The step.</param>
    /// <param name="seconds">Working time from the step's opening to the result, without waiting for the applicant.</param>
    /// <param name="isLate">Whether the result came after the due date.</param>
    public void Add(in StepPlace place, int seconds, bool isLate)
    {
        Of(procedures, place.Procedure).Add(seconds);
        Of(steps, place.Step).Add(seconds);
        Of(desks, (place.Step, place.Desk)).Add(seconds);
        all++;
        if (isLate) late++;
    }

    /// <summary>The chance, from 0 to 1, that the result comes later than <paramref name="left"/> from now.</summary>
    /// <param name="place">The step that is open.</param>
    /// <param name="passed">Working seconds since it was opened.</param>
    /// <param name="left">Working seconds until the due date is over.</param>
    public double Chance(in StepPlace place, long passed, long left)
    {
        var chance = (late + FirstLate) / (all + FirstAll);
        chance = Narrowed(procedures.GetValueOrDefault(place.Procedure), chance, passed, left);
        chance = Narrowed(steps.GetValueOrDefault(place.Step), chance, passed, left);
        return Narrowed(desks.GetValueOrDefault((place.Step, place.Desk)), chance, passed, left);
    }

    /// <summary>The working time that is still needed: as half and as nine of ten such dossiers needed. Null when too few are known.</summary>
    public (long Half, long Most)? Needed(in StepPlace place, long passed)
    {
        var tally = Enough(desks.GetValueOrDefault((place.Step, place.Desk)), passed) ?? Enough(steps.GetValueOrDefault(place.Step), passed);
        return tally?.Quantile(0.5, passed) is { } half && tally.Quantile(0.9, passed) is { } most ? (half - passed, most - passed) : null;
    }

    public void Write(BinaryWriter to)
    {
        to.Write(all);
        to.Write(late);
        Write(to, desks, key =>
        {
            to.Write7BitEncodedInt(key.Step);
            to.Write7BitEncodedInt(key.Desk);
        });
        Write(to, steps, to.Write7BitEncodedInt);
        Write(to, procedures, to.Write7BitEncodedInt64);
    }

    public static RemainingTimes Read(BinaryReader from)
    {
        var times = new RemainingTimes { all = from.ReadInt32(), late = from.ReadInt32() };
        Read(from, times.desks, () => (from.Read7BitEncodedInt(), from.Read7BitEncodedInt()));
        Read(from, times.steps, from.Read7BitEncodedInt);
        Read(from, times.procedures, from.Read7BitEncodedInt64);
        return times;
    }

    private static double Narrowed(DurationTally? own, double wider, long passed, long left) => own is null
        ? wider
        : (own.Longer(passed + left) + (Weight * wider)) / (own.Longer(passed) + Weight);

    private static DurationTally? Enough(DurationTally? tally, long passed) => tally is not null && tally.Longer(passed) >= Weight ? tally : null;

    private static DurationTally Of<T>(Dictionary<T, DurationTally> tallies, T key)
        where T : notnull
    {
        if (!tallies.TryGetValue(key, out var tally)) tallies.Add(key, tally = new());
        return tally;
    }

    private static void Write<T>(BinaryWriter to, Dictionary<T, DurationTally> tallies, Action<T> writeKey)
        where T : notnull
    {
        to.Write(tallies.Count);
        foreach (var (key, tally) in tallies)
        {
            writeKey(key);
            tally.Write(to);
        }
    }

    private static void Read<T>(BinaryReader from, Dictionary<T, DurationTally> tallies, Func<T> readKey)
        where T : notnull
    {
        for (var count = from.ReadInt32(); count > 0; count--) tallies.Add(readKey(), DurationTally.Read(from));
    }
}

/// <summary>A step at a desk, by the numbers that the history gives them.</summary>
internal readonly record struct StepPlace(long Procedure, int Step, int Desk);
