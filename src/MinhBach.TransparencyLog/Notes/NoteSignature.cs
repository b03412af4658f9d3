using System.Buffers.Binary;

namespace MinhBach.TransparencyLog;

/// <summary>One signature line of a note.</summary>
public sealed record NoteSignature
{
    private const string Dash = "— ";
    private const int IdBytes = 4;

    /// <summary>A signature.</summary>
    /// <param name="name">The key's name: not empty, without spaces and plus.</param>
    /// <param name="keyId">The key's id.</param>
    /// <param name="bytes">What the key made, one byte or more.</param>
    /// <exception cref="LogException">The name cannot be a key's, or there are no bytes.</exception>
    public NoteSignature(string name, uint keyId, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!LogText.IsKeyName(name)) throw new LogException($"'{name}' cannot be the name of a key.");
        if (bytes.IsEmpty) throw new LogException($"The signature of {name} is empty.");
        var body = new byte[IdBytes + bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(body, keyId);
        bytes.CopyTo(body.AsSpan(IdBytes));
        (Name, KeyId, Body) = (name, keyId, Convert.ToBase64String(body));
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The key's id.</summary>
    public uint KeyId { get; }

    /// <summary>What the key made.</summary>
    public ReadOnlyMemory<byte> Bytes => Convert.FromBase64String(Body).AsMemory(IdBytes);

    // Id and bytes, as the line has them.
    private string Body { get; }

    /// <summary>Reads a line, without its newline.</summary>
    /// <exception cref="LogException">It is no signature line.</exception>
    public static NoteSignature Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var parts = line.StartsWith(Dash, StringComparison.Ordinal) ? line[Dash.Length..].Split(' ') : [];
        if (parts.Length != 2) throw new LogException("A signature line of a note is not a dash, a name and a signature.");
        var body = LogText.FromBase64(parts[1], "a signature");
        if (body.Length <= IdBytes) throw new LogException($"The signature of {parts[0]} is shorter than a key's id.");
        return new(parts[0], BinaryPrimitives.ReadUInt32BigEndian(body), body.AsSpan(IdBytes));
    }

    /// <summary>The line, without its newline.</summary>
    public override string ToString() => $"{Dash}{Name} {Body}";
}
