using System.Runtime.InteropServices;

namespace MinhBach.Monitoring.History;

/// <summary>Small numbers for things that are named millions of times, from 0 in the order of their first mention. One thread writes, any reads.</summary>
internal sealed class Codes<T>
    where T : notnull
{
    private readonly Dictionary<T, int> codes = [];
    private readonly Lock growing = new();
    private T[] things = [];
    private int count;

    /// <summary>How many things have a number.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>All things by their numbers, as of now.</summary>
    public ReadOnlySpan<T> All
    {
        get
        {
            var known = Count;
            return Volatile.Read(ref things).AsSpan(0, known);
        }
    }

    /// <summary>The number of a thing; null when it has none.</summary>
    public int? Find(T thing)
    {
        lock (growing) return codes.TryGetValue(thing, out var code) ? code : null;
    }

    /// <summary>The number of a thing, which gets one if it has none.</summary>
    public int Of(T thing)
    {
        lock (growing)
        {
            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, thing, out var known);
            if (known) return code;
            code = count;
            if (count == things.Length)
            {
                var larger = new T[Math.Max(64, count * 2)];
                things.CopyTo(larger, 0);
                Volatile.Write(ref things, larger);
            }

            things[count] = thing;
            Volatile.Write(ref count, count + 1);
            return code;
        }
    }
}
