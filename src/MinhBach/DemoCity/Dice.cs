namespace MinhBach.DemoCity;

/// <summary>
/// Chance that falls the same way every time, on every machine and every runtime (SplitMix64, public domain, S. Vigna).
/// Each dossier has its own, so that one life does not disturb another.
/// </summary>
internal sealed class Dice(long seed)
{
    private ulong state = unchecked((ulong)seed);

    public static Dice For(int seed, long index) => new(unchecked((long)(Mix((ulong)seed * 0x9E3779B97F4A7C15) ^ Mix((ulong)index + 1))));

    /// <summary>0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Share() * limit);

    public int Between(int min, int max) => min + Below(max - min + 1);

    public double Between(double min, double max) => min + (Share() * (max - min));

    public bool Chance(double probability) => Share() < probability;

    /// <summary>Waiting times: mostly short, now and then long.</summary>
    public double Exponential(double mean) => -Math.Log(1 - Share()) * mean;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Draws items by weight.</summary>
internal sealed class Urn<T>
{
    private readonly List<T> items = [];
    private readonly List<double> upTo = [];

    public double Total => upTo.Count == 0 ? 0 : upTo[^1];

    public void Put(T item, double weight)
    {
        if (weight <= 0) return;
        items.Add(item);
        upTo.Add(Total + weight);
    }

    public T Draw(Dice dice)
    {
        var place = upTo.BinarySearch(dice.Share() * Total);
        return items[Math.Min(place < 0 ? ~place : place + 1, items.Count - 1)];
    }
}
