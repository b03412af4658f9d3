using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MinhBach.TransparencyLog.Tests;

/// <summary>RFC 6962 section 2.1 word for word: slow, recursive, and without anything of the library.</summary>
internal sealed class NaiveTree(IReadOnlyList<byte[]> entries) : IHashReader
{
    private readonly ConcurrentDictionary<(int, int), byte[]> _known = new();

    public static NaiveTree Of(int size) => new([.. Enumerable.Range(0, size).Select(Entry)]);

    public int Size => entries.Count;

    public TreeHash Root => new(Mth(0, Size));

    public static byte[] Entry(int index) => Encoding.UTF8.GetBytes($"việc số {index}");

    public TreeHash Leaf(int index) => new(Mth(index, index + 1));

    public TreeHash RootOf(int size) => new(Mth(0, size));

    public TreeHash HashOf(int begin, int end) => new(Mth(begin, end));

    public TreeHash Read(int level, long index) => new(Mth((int)index << level, (int)(index + 1) << level));

    public TreeHash[] Path(int index, int size) => [.. Path(index, 0, size).Select(hash => new TreeHash(hash))];

    public TreeHash[] Proof(int oldSize, int size) => [.. SubProof(oldSize, 0, size, isKnown: true).Select(hash => new TreeHash(hash))];

    private static int Split(int count)
    {
        var half = 1;
        while (half * 2 < count)
            half *= 2;
        return half;
    }

    private byte[] Mth(int begin, int end) => _known.GetOrAdd((begin, end), _ => Hash(begin, end));

    private byte[] Hash(int begin, int end)
    {
        if (begin == end) return SHA256.HashData([]);
        if (end - begin == 1) return SHA256.HashData([0, .. entries[begin]]);
        var middle = begin + Split(end - begin);
        return SHA256.HashData([1, .. Mth(begin, middle), .. Mth(middle, end)]);
    }

    private List<byte[]> Path(int index, int begin, int end)
    {
        if (end - begin == 1) return [];
        var middle = begin + Split(end - begin);
        return index < middle ? [.. Path(index, begin, middle), Mth(middle, end)] : [.. Path(index, middle, end), Mth(begin, middle)];
    }

    private List<byte[]> SubProof(int old, int begin, int end, bool isKnown)
    {
        if (old == end) return isKnown ? [] : [Mth(begin, end)];
        var middle = begin + Split(end - begin);
        return old <= middle
            ? [.. SubProof(old, begin, middle, isKnown), Mth(middle, end)]
            : [.. SubProof(old, middle, end, isKnown: false), Mth(begin, middle)];
    }
}
