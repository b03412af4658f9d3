using System.Runtime.InteropServices;

namespace MinhBach.TransparencyLog;

/// <summary>A hash of a Merkle tree: of an entry, of a subtree or of the whole. 32 bytes of SHA-256.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct TreeHash : IEquatable<TreeHash>
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>Takes 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException(FormattableString.Invariant($"A hash has {Length} bytes, not {bytes.Length}."), nameof(bytes));
        this = MemoryMarshal.Read<TreeHash>(bytes);
    }

    /// <summary>Whether two hashes are the same.</summary>
    public static bool operator ==(TreeHash left, TreeHash right) => left.Equals(right);

    /// <summary>Whether two hashes differ.</summary>
    public static bool operator !=(TreeHash left, TreeHash right) => !left.Equals(right);

    /// <summary>Reads a hash from base64 (RFC 4648 section 4).</summary>
    /// <exception cref="LogException">It is not base64 in its one spelling, or not of 32 bytes.</exception>
    public static TreeHash Parse(string base64)
    {
        var bytes = LogText.FromBase64(base64, "a hash");
        return bytes.Length == Length ? new(bytes) : throw new LogException(FormattableString.Invariant($"A hash has {Length} bytes, not {bytes.Length}: {base64}"));
    }

    /// <summary>Writes the 32 bytes to the beginning of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is shorter.</exception>
    public void CopyTo(Span<byte> bytes) => MemoryMarshal.Write(bytes, in this);

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Whether the other hash is the same.</summary>
    public bool Equals(TreeHash other) =>
        _first == other._first && _second == other._second && _third == other._third && _fourth == other._fourth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TreeHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _first.GetHashCode();

    /// <summary>The hash in base64.</summary>
    public override string ToString() => Convert.ToBase64String(ToArray());
}
