using MinhBach.Monitoring.History;

namespace MinhBach.Monitoring.Cuts;

/// <summary>
/// One core's share of the rows, dealt out into parts by their group: all rows of a group lie in one part, and a part is small
/// enough to be counted without leaving the processor's own memory.
/// </summary>
internal sealed class CutShare
{
    /// <summary>How many parts there are.</summary>
    public const int Parts = 1 << PartBits;

    private const int PartBits = 8;
    private const int ChunkSize = 1_024;

    // 2^64 over the golden ratio: neighbouring groups fall into parts far apart.
    private const ulong Spreading = 0x9E3779B97F4A7C15;

    private readonly List<CutRow[]>[] full = new List<CutRow[]>[Parts];
    private readonly CutRow[][] open = new CutRow[Parts][];
    private readonly int[] used = new int[Parts];

    public CutShare(IReadOnlyList<ReadOnlyMemory<StepRow>> blocks, int first, int end, RowFilter filter, Axis one, Axis other)
    {
        for (var part = 0; part < Parts; part++) (full[part], open[part]) = ([], NewChunk());
        long width = other.Keys.Length;
        for (var block = first; block < end; block++)
        {
            foreach (ref readonly var row in blocks[block].Span)
            {
                if (!filter.Takes(row)) continue;
                var slot = (one.PlaceOf(row) * width) + other.PlaceOf(row);
                Add((int)(((ulong)slot * Spreading) >> (64 - PartBits)), new(slot, row));
            }
        }
    }

    /// <summary>How many rows a part has.</summary>
    public int CountOf(int part) => (full[part].Count * ChunkSize) + used[part];

    /// <summary>Copies a part's rows.</summary>
    public void CopyTo(int part, Span<CutRow> rows)
    {
        foreach (var chunk in full[part])
        {
            chunk.CopyTo(rows);
            rows = rows[ChunkSize..];
        }

        open[part].AsSpan(0, used[part]).CopyTo(rows);
    }

    private void Add(int part, in CutRow row)
    {
        ref var place = ref used[part];
        if (place == ChunkSize)
        {
            full[part].Add(open[part]);
            (open[part], place) = (NewChunk(), 0);
        }

        open[part][place++] = row;
    }

    private static CutRow[] NewChunk() => GC.AllocateUninitializedArray<CutRow>(ChunkSize);
}
