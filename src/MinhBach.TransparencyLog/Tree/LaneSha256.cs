using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MinhBach.TransparencyLog;

/// <summary>
/// SHA-256 (FIPS 180-4) of up to sixteen messages at once, one in each lane of AVX-512 registers. The framework offers
/// neither that nor the processor's own SHA instructions, and a call of it costs as much as hashing two hundred bytes. Beside
/// <see cref="DirectSha256"/>, which has the latter, it is as quick.
/// </summary>
internal static class LaneSha256
{
    public const int Lanes = 16;

    private const int BlockLength = 64;

    // One bit, then zeroes, then the length in eight bytes.
    private const int LeastPadding = 9;

    public static bool IsSupported => Avx512F.IsSupported && Avx512BW.IsSupported;

    private static ReadOnlySpan<uint> Initial =>
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Hashes one byte and then a message, for each of the messages.</summary>
    /// <param name="prefix">The byte before each.</param>
    /// <param name="bytes">Where the messages lie.</param>
    /// <param name="places">Where each begins and how long it is; one to sixteen.</param>
    /// <param name="into">Takes the hashes, in the order of the places.</param>
    [SkipLocalsInit]
    public static void Hash(byte prefix, ReadOnlySpan<byte> bytes, ReadOnlySpan<(int Start, int Length)> places, Span<TreeHash> into)
    {
        Span<Vector512<uint>> blocks = stackalloc Vector512<uint>[Lanes];
        Span<uint> lengths = stackalloc uint[Lanes];
        Span<Vector512<uint>> state = stackalloc Vector512<uint>[8];
        lengths.Clear();
        blocks.Clear();
        var most = 0u;
        for (var lane = 0; lane < places.Length; lane++)
        {
            lengths[lane] = (uint)((1L + places[lane].Length + LeastPadding + BlockLength - 1) / BlockLength);
            most = Math.Max(most, lengths[lane]);
        }

        for (var i = 0; i < 8; i++)
            state[i] = Vector512.Create(Initial[i]);
        for (var at = 0u; at < most; at++)
        {
            for (var lane = 0; lane < places.Length; lane++)
            {
                if (at < lengths[lane])
                    Fill(prefix, bytes.Slice(places[lane].Start, places[lane].Length), (int)at, at + 1 == lengths[lane], MemoryMarshal.AsBytes(blocks.Slice(lane, 1)));
            }

            // A lane whose message has ended keeps its state.
            Compress(state, blocks, Vector512.GreaterThan(Vector512.Create(lengths), Vector512.Create(at)));
        }

        Gather(state, into[..places.Length]);
    }

    /// <summary>Makes one block of the padded message.</summary>
    private static void Fill(byte prefix, ReadOnlySpan<byte> message, int at, bool isLast, Span<byte> block)
    {
        var first = (at * BlockLength) - 1;
        if (at > 0 && first + BlockLength <= message.Length)
        {
            message.Slice(first, BlockLength).CopyTo(block);
            return;
        }

        block.Clear();
        if (at == 0)
        {
            block[0] = prefix;
            message[..Math.Min(message.Length, BlockLength - 1)].CopyTo(block[1..]);
        }
        else if (first < message.Length)
        {
            message[first..].CopyTo(block);
        }

        var end = message.Length - first;
        if (end is >= 0 and < BlockLength) block[end] = 0x80;
        if (isLast) BinaryPrimitives.WriteUInt64BigEndian(block[^8..], (1 + (ulong)message.Length) * 8);
    }

    /// <summary>Turns sixteen blocks, a lane each, into sixteen words of all lanes: rows and columns change places, by halves, quarters and so on.</summary>
    private static void Transpose(ReadOnlySpan<Vector512<uint>> blocks, Span<Vector512<uint>> words)
    {
        var bigEndian = Vector512.Create(Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
        for (var lane = 0; lane < Lanes; lane++)
            words[lane] = Avx512BW.Shuffle(blocks[lane].AsByte(), bigEndian).AsUInt32();
        var place = Vector512<uint>.Indices;
        for (var apart = 8; apart > 0; apart /= 2)
        {
            // Sixteen and more mean the second of the two rows.
            var distance = Vector512.Create((uint)apart);
            var isLeft = Vector512.Equals(place & distance, Vector512<uint>.Zero);
            var upper = Vector512.ConditionalSelect(isLeft, place, place - distance + Vector512.Create(16u));
            var lower = Vector512.ConditionalSelect(isLeft, place + distance, place + Vector512.Create(16u));
            for (var row = 0; row < Lanes; row++)
            {
                if ((row & apart) != 0) continue;
                var (first, second) = (words[row], words[row + apart]);
                words[row] = Avx512F.PermuteVar16x32x2(first, upper, second);
                words[row + apart] = Avx512F.PermuteVar16x32x2(first, lower, second);
            }
        }
    }

    private static void Gather(ReadOnlySpan<Vector512<uint>> state, Span<TreeHash> into)
    {
        var lanes = MemoryMarshal.Cast<Vector512<uint>, uint>(state);
        Span<byte> hash = stackalloc byte[TreeHash.Length];
        for (var lane = 0; lane < into.Length; lane++)
        {
            for (var i = 0; i < 8; i++)
                BinaryPrimitives.WriteUInt32BigEndian(hash[(i * 4)..], lanes[(i * Lanes) + lane]);
            into[lane] = new(hash);
        }
    }

    [SkipLocalsInit]
    private static void Compress(Span<Vector512<uint>> state, ReadOnlySpan<Vector512<uint>> blocks, Vector512<uint> running)
    {
        Span<Vector512<uint>> w = stackalloc Vector512<uint>[16];
        Transpose(blocks, w);
        var (a, b, c, d) = (state[0], state[1], state[2], state[3]);
        var (e, f, g, h) = (state[4], state[5], state[6], state[7]);
        for (var round = 0; round < 64; round += 8)
        {
            Round(a, b, c, ref d, e, f, g, ref h, Word(w, round));
            Round(h, a, b, ref c, d, e, f, ref g, Word(w, round + 1));
            Round(g, h, a, ref b, c, d, e, ref f, Word(w, round + 2));
            Round(f, g, h, ref a, b, c, d, ref e, Word(w, round + 3));
            Round(e, f, g, ref h, a, b, c, ref d, Word(w, round + 4));
            Round(d, e, f, ref g, h, a, b, ref c, Word(w, round + 5));
            Round(c, d, e, ref f, g, h, a, ref b, Word(w, round + 6));
            Round(b, c, d, ref e, f, g, h, ref a, Word(w, round + 7));
        }

        state[0] = Vector512.ConditionalSelect(running, state[0] + a, state[0]);
        state[1] = Vector512.ConditionalSelect(running, state[1] + b, state[1]);
        state[2] = Vector512.ConditionalSelect(running, state[2] + c, state[2]);
        state[3] = Vector512.ConditionalSelect(running, state[3] + d, state[3]);
        state[4] = Vector512.ConditionalSelect(running, state[4] + e, state[4]);
        state[5] = Vector512.ConditionalSelect(running, state[5] + f, state[5]);
        state[6] = Vector512.ConditionalSelect(running, state[6] + g, state[6]);
        state[7] = Vector512.ConditionalSelect(running, state[7] + h, state[7]);
    }

    /// <summary>The word of a round with its constant; from the sixteenth on made of those before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Word(Span<Vector512<uint>> w, int round)
    {
        if (round >= 16)
        {
            var (near, far) = (w[(round + 1) & 15], w[(round + 14) & 15]);
            w[round & 15] += w[(round + 9) & 15]
                + Xor(Rotate(near, 7), Rotate(near, 18), near >>> 3)
                + Xor(Rotate(far, 17), Rotate(far, 19), far >>> 10);
        }

        return w[round & 15] + Vector512.Create(RoundConstants[round]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, ref Vector512<uint> d,
        Vector512<uint> e, Vector512<uint> f, Vector512<uint> g, ref Vector512<uint> h, Vector512<uint> word)
    {
        const byte choose = 0xCA, majority = 0xE8;
        var first = h + word + Xor(Rotate(e, 6), Rotate(e, 11), Rotate(e, 25)) + Avx512F.TernaryLogic(e, f, g, choose);
        d += first;
        h = first + Xor(Rotate(a, 2), Rotate(a, 13), Rotate(a, 22)) + Avx512F.TernaryLogic(a, b, c, majority);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Rotate(Vector512<uint> value, [ConstantExpected] byte count) => Avx512F.RotateRight(value, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Xor(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c) => Avx512F.TernaryLogic(a, b, c, 0x96);
}
