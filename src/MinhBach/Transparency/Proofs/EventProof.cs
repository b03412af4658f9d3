using System.Globalization;
using System.Text;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>
/// What a proof's <c>extra</c> line holds: the entry whose place is proven, and, for those who may know, the event that it commits to
/// (docs/log-proofs.md). Nobody vouches for it before <see cref="Check"/> and the proof itself hold.
/// </summary>
public sealed class EventProof
{
    private const string Header = "minhbach-event@v1";
    private const string Closed = "-";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A proven entry, not opened.</summary>
    /// <param name="entry">Its bytes as they stand in the log.</param>
    /// <exception cref="LogException">They are not one line.</exception>
    public EventProof(ReadOnlyMemory<byte> entry)
        : this(entry, default, null)
    {
    }

    /// <summary>A proven entry with the event that it commits to.</summary>
    /// <param name="entry">Its bytes as they stand in the log.</param>
    /// <param name="salt">32 bytes.</param>
    /// <param name="text">What <see cref="EntryCommitment.Text"/> gave.</param>
    /// <exception cref="LogException">The entry is not one line, or the salt has another length.</exception>
    public EventProof(ReadOnlyMemory<byte> entry, ReadOnlyMemory<byte> salt, string? text)
    {
        if (entry.IsEmpty || entry.Span.Contains((byte)'\n')) throw new LogException("An entry is one line that is not empty.");
        if (salt.Length != (text is null ? 0 : EntryCommitment.SaltBytes)) throw new LogException($"The salt of an opened event has {EntryCommitment.SaltBytes} bytes, that of another none.");
        (EntryBytes, Salt, Text) = (entry, salt, text);
    }

    /// <summary>The leaf of the log.</summary>
    public ReadOnlyMemory<byte> EntryBytes { get; }

    /// <summary>32 bytes; empty where the event is not opened.</summary>
    public ReadOnlyMemory<byte> Salt { get; }

    /// <summary>The event; null where it is not opened.</summary>
    public string? Text { get; }

    /// <summary>The leaf's hash.</summary>
    public TreeHash Leaf => TreeHashing.Leaf(EntryBytes.Span);

    /// <summary>Reads what a proof brings along.</summary>
    /// <exception cref="LogException">It is something else.</exception>
    public static EventProof Read(ReadOnlySpan<byte> extra)
    {
        string text;
        try
        {
            text = Strict.GetString(extra);
        }
        catch (DecoderFallbackException broken)
        {
            throw new LogException("What the proof brings along is not UTF-8.", broken);
        }

        if (text.Split('\n', 4) is not [Header, var salt, var entry, var opened]) throw new LogException($"What the proof brings along is not {Header}, a salt and an entry.");
        var bytes = Strict.GetBytes(entry);
        if (salt == Closed) return opened.Length == 0 ? new(bytes) : throw new LogException("An event without a salt cannot be opened.");
        return new(bytes, SaltOf(salt), opened);
    }

    /// <summary>The entry, read.</summary>
    /// <exception cref="LogException">It is no entry of a known version.</exception>
    public LogEntry Entry() => LogEntryJson.Read(EntryBytes.Span);

    /// <summary>The same without salt and text: what may be shown to everybody.</summary>
    public EventProof WithoutEvent() => new(EntryBytes);

    /// <summary>Proves that the event is the one that the entry commits to, and that both tell the same of its kind and time.</summary>
    /// <exception cref="LogException">They do not.</exception>
    public void Check()
    {
        var entry = Entry();
        if (Text is null) return;
        if (entry.Commitment != EntryCommitment.Of(Salt.Span, Text)) throw new LogException("The event is not the one that the entry commits to.");
        if (Text.Split('\n', 4) is not [var name, var time, _, _] || !long.TryParse(time, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds))
            throw new LogException("An opened event is not a name, a time, who acted and what happened.");
        var isSealed = entry.Type == EntryTypes.Sealed;
        var unit = isSealed ? 3_600_000_000 : 1;
        if (!isSealed && name != entry.Type) throw new LogException($"The entry tells of {entry.Type}, the event of {name}.");
        if (microseconds / unit != entry.At.ToUnixMicroseconds() / unit) throw new LogException($"The entry tells of {entry.At}, the event of another time.");
    }

    /// <summary>The bytes for a proof's <c>extra</c> line.</summary>
    public byte[] ToBytes() =>
        [.. Strict.GetBytes($"{Header}\n{(Text is null ? Closed : Convert.ToBase64String(Salt.Span))}\n"), .. EntryBytes.Span, (byte)'\n', .. Strict.GetBytes(Text ?? "")];

    private static byte[] SaltOf(string base64)
    {
        var salt = new byte[EntryCommitment.SaltBytes];
        return Convert.TryFromBase64String(base64, salt, out var length) && length == salt.Length && Convert.ToBase64String(salt) == base64
            ? salt
            : throw new LogException($"The salt of an event is not {EntryCommitment.SaltBytes} bytes in base64.");
    }
}
