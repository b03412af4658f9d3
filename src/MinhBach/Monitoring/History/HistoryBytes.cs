using System.IO.Compression;
using System.Runtime.InteropServices;

namespace MinhBach.Monitoring.History;

/// <summary>A history as packed bytes.</summary>
internal static class HistoryBytes
{
    /// <summary>Rises with every change of what is written here or in the rows.</summary>
    public const int Layout = 3;

    public static byte[] Pack<T>(ReadOnlySpan<T> rows)
        where T : unmanaged => Pack(MemoryMarshal.AsBytes(rows));

    /// <summary>The rows of a full block, read straight into the array that then holds them.</summary>
    /// <exception cref="InvalidDataException">It is no full block.</exception>
    public static T[] UnpackBlock<T>(byte[] packed)
        where T : unmanaged
    {
        using var unpacking = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var rows = GC.AllocateUninitializedArray<T>(Column<T>.BlockSize);
        unpacking.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return unpacking.ReadByte() < 0 ? rows : throw new InvalidDataException("A block holds more than its rows.");
    }

    /// <summary>Everything but the full blocks.</summary>
    public static byte[] PackRest(HistorySnapshot history)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        Write(to, history.Names.Steps, step =>
        {
            to.Write(step.Procedure);
            to.Write(step.Node);
            to.Write(step.Name);
        });
        Write(to, history.Names.Desks, desk =>
        {
            to.Write(desk.Agency);
            to.Write(desk.Unit);
        });
        Write(to, history.Names.People, to.Write);
        Write(to, history.Steps);
        Write(to, history.Dossiers);
        to.Write(history.Open.Length);
        to.Write(history.Open);
        to.Flush();
        return Pack<byte>(bytes.ToArray());
    }

    /// <summary>Reads what <see cref="PackRest"/> wrote.</summary>
    public static (HistoryNames Names, int StepBlocks, StepRow[] Steps, int DossierBlocks, EndedDossier[] Dossiers, OpenState Open) UnpackRest(byte[] packed)
    {
        using var from = new BinaryReader(new MemoryStream(Unpack(packed)));
        var names = new HistoryNames(
            Read(from, () => new StepKey(from.ReadInt64(), from.ReadString(), from.ReadString())),
            Read(from, () => new DeskKey(from.ReadInt64(), from.ReadInt64())),
            Read(from, from.ReadInt64));
        var (stepBlocks, steps) = ReadRows<StepRow>(from);
        var (dossierBlocks, dossiers) = ReadRows<EndedDossier>(from);
        return (names, stepBlocks, steps, dossierBlocks, dossiers, OpenText.Read(from.ReadBytes(from.ReadInt32())));
    }

    private static void Write<T>(BinaryWriter to, IReadOnlyList<T> things, Action<T> write)
    {
        to.Write(things.Count);
        foreach (var thing in things) write(thing);
    }

    private static T[] Read<T>(BinaryReader from, Func<T> read)
    {
        var things = new T[from.ReadInt32()];
        for (var i = 0; i < things.Length; i++) things[i] = read();
        return things;
    }

    // How many full blocks there are, and the rows of the last one if it is not full.
    private static void Write<T>(BinaryWriter to, IReadOnlyList<ReadOnlyMemory<T>> blocks)
        where T : unmanaged
    {
        var rest = blocks is [.., { Length: < Column<T>.BlockSize } last] ? last.Span : [];
        to.Write(rest.IsEmpty ? blocks.Count : blocks.Count - 1);
        to.Write(rest.Length);
        to.Write(MemoryMarshal.AsBytes(rest));
    }

    private static (int Blocks, T[] Rows) ReadRows<T>(BinaryReader from)
        where T : unmanaged
    {
        var blocks = from.ReadInt32();
        var rows = new T[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return (blocks, rows);
    }

    private static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) packing.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>What <see cref="Pack{T}" /> was given, as bytes.</summary>
    public static byte[] Unpack(byte[] packed)
    {
        using var unpacking = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream(packed.Length * 4);
        unpacking.CopyTo(bytes);
        return bytes.ToArray();
    }
}
