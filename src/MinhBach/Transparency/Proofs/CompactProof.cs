using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>
/// A proof with its event in as few letters as can be had, for the fragment of an address in a printed code (docs/log-proofs.md).
/// What was written comes back to the byte.
/// </summary>
public static class CompactProof
{
    /// <summary>Letters that a code on paper still holds legibly. Longer ones are written all the same: whoever prints leaves the event out.</summary>
    public const int LettersOnPaper = 1_800;

    private const string Version = "1.";
    private const int MostLetters = 16_384;
    private const int MostSignatures = 16;
    private const int IdBytes = 4;

    /// <summary>Writes a proof whose extra data is an <see cref="EventProof"/>.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="log">The key that signed its checkpoint.</param>
    /// <param name="witnesses">Whose cosignatures are kept; those of others are left out.</param>
    /// <returns>What stands behind the number sign of the address.</returns>
    /// <exception cref="LogException">The log's signature is missing, the checkpoint has further lines, or the extra data is something else.</exception>
    public static string Write(LogProof proof, VerifierKey log, params IEnumerable<VerifierKey> witnesses)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(log);
        if (proof.Checkpoint.Extensions.Length > 0) throw new LogException("A compact proof has no place for further lines of a checkpoint.");
        if (!proof.Note.Signatures.Any(log.IsOf)) throw new LogException($"The checkpoint is not signed by {log}.");
        VerifierKey[] keys = [log, .. witnesses];
        NoteSignature[] signatures = [.. proof.Note.Signatures.Where(signature => keys.Any(key => key.IsOf(signature)))];
        if (signatures.Length > MostSignatures) throw new LogException($"A compact proof has at most {MostSignatures} signatures.");
        var shown = EventProof.Read(proof.Extra.Span);

        using var bytes = new MemoryStream();
        WriteNumber(bytes, proof.Index);
        WriteNumber(bytes, proof.Checkpoint.Size);
        bytes.Write(proof.Checkpoint.Root.ToArray());
        bytes.WriteByte((byte)proof.Hashes.Count);
        foreach (var hash in proof.Hashes) bytes.Write(hash.ToArray());
        bytes.WriteByte((byte)signatures.Length);
        Span<byte> id = stackalloc byte[IdBytes];
        foreach (var signature in signatures)
        {
            if (signature.Bytes.Length > byte.MaxValue) throw new LogException($"The signature of {signature.Name} is too long for a compact proof.");
            BinaryPrimitives.WriteUInt32BigEndian(id, signature.KeyId);
            bytes.Write(id);
            bytes.WriteByte((byte)signature.Bytes.Length);
            bytes.Write(signature.Bytes.Span);
        }

        bytes.WriteByte((byte)shown.Salt.Length);
        bytes.Write(shown.Salt.Span);
        bytes.Write(CompactText.Deflate(
        [
            .. Encoding.UTF8.GetBytes($"{proof.Checkpoint.Origin}\n{string.Concat(signatures.Select(signature => signature.Name + "\n"))}"),
            .. shown.EntryBytes.Span,
            .. Encoding.UTF8.GetBytes($"\n{shown.Text}"),
        ]));
        return Version + Base64Url.EncodeToString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Reads what <see cref="Write"/> wrote; proves nothing.</summary>
    /// <param name="compact">With or without the number sign.</param>
    /// <exception cref="LogException">It is no compact proof.</exception>
    public static LogProof Read(string compact)
    {
        ArgumentNullException.ThrowIfNull(compact);
        var letters = compact.AsSpan().TrimStart('#');
        if (!letters.StartsWith(Version, StringComparison.Ordinal) || letters.Length > MostLetters) throw new LogException($"A compact proof begins with {Version} and has at most {MostLetters} letters.");
        ReadOnlySpan<byte> rest = BytesOf(letters[Version.Length..]);
        var index = TakeNumber(ref rest);
        var size = TakeNumber(ref rest);
        var root = new TreeHash(Take(ref rest, TreeHash.Length));
        var hashes = new TreeHash[TakeByte(ref rest)];
        foreach (ref var hash in hashes.AsSpan()) hash = new(Take(ref rest, TreeHash.Length));
        var signatures = new (uint Id, byte[] Bytes)[TakeByte(ref rest)];
        if (signatures.Length is 0 or > MostSignatures) throw new LogException($"A compact proof has 1 to {MostSignatures} signatures.");
        foreach (ref var signature in signatures.AsSpan())
        {
            var id = BinaryPrimitives.ReadUInt32BigEndian(Take(ref rest, IdBytes));
            signature = (id, Take(ref rest, TakeByte(ref rest)).ToArray());
        }

        var salt = Take(ref rest, TakeByte(ref rest)).ToArray();
        var lines = CompactText.Inflate(rest).Split('\n', signatures.Length + 3);
        if (lines.Length < signatures.Length + 3) throw new LogException("A compact proof does not name its log, its signers and its entry.");
        var shown = new EventProof(Encoding.UTF8.GetBytes(lines[^2]), salt, salt.Length == 0 && lines[^1].Length == 0 ? null : lines[^1]);
        var note = new SignedNote(
            new Checkpoint(lines[0], new(size, root)).Text,
            signatures.Zip(lines[1..], (signature, name) => new NoteSignature(name, signature.Id, signature.Bytes)));
        return new(index, hashes, note, shown.ToBytes());
    }

    private static byte[] BytesOf(ReadOnlySpan<char> letters)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(letters.Length)];
        return Base64Url.IsValid(letters) && Base64Url.TryDecodeFromChars(letters, bytes, out var length) && letters.SequenceEqual(Base64Url.EncodeToString(bytes.AsSpan(0, length)))
            ? bytes[..length]
            : throw new LogException("A compact proof is not base64url.");
    }

    // Seven bits a byte, the lower first; the highest bit says that more come.
    private static void WriteNumber(MemoryStream bytes, long number)
    {
        for (; number >= 0x80; number >>= 7) bytes.WriteByte((byte)(number | 0x80));
        bytes.WriteByte((byte)number);
    }

    private static long TakeNumber(ref ReadOnlySpan<byte> rest)
    {
        long number = 0;
        for (var shift = 0; shift < 63; shift += 7)
        {
            var next = TakeByte(ref rest);
            number |= (long)(next & 0x7f) << shift;
            if (next < 0x80) return next == 0 && shift > 0 ? throw new LogException("A number of a compact proof is longer than it need be.") : number;
        }

        throw new LogException("A number of a compact proof is too large.");
    }

    private static byte TakeByte(ref ReadOnlySpan<byte> rest) => Take(ref rest, 1)[0];

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int count)
    {
        if (rest.Length < count) throw new LogException("A compact proof ends too early.");
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
