using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinhBach.Kernel;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency;

/// <summary>Entries as bytes: one JSON object in UTF-8 without spaces, members in the order of <see cref="LogEntry"/>, none of them null.</summary>
public static class LogEntryJson
{
    // Base64 and Vietnamese stay as they are: nothing of this stands in HTML.
    private static readonly JsonSerializerOptions Json = new(KernelJson.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Writes an entry.</summary>
    public static byte[] Write(LogEntry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Json);

    /// <summary>Facts as an entry keeps them.</summary>
    public static JsonElement Facts<T>(T facts) => JsonSerializer.SerializeToElement(facts, Json);

    /// <summary>Facts of a known shape.</summary>
    /// <exception cref="LogException">They are of another.</exception>
    public static T Facts<T>(LogEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            return (entry.Facts ?? throw new LogException($"An entry {entry.Type} tells no facts.")).Deserialize<T>(Json) ?? throw new LogException($"The facts of an entry {entry.Type} are null.");
        }
        catch (JsonException broken)
        {
            throw new LogException($"The facts of an entry {entry.Type} cannot be read: {broken.Message}", broken);
        }
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="LogException">It is no entry of a known version.</exception>
    public static LogEntry Read(ReadOnlySpan<byte> bytes)
    {
        LogEntry entry;
        try
        {
            entry = JsonSerializer.Deserialize<LogEntry>(bytes, Json) ?? throw new LogException("An entry is null.");
        }
        catch (JsonException broken)
        {
            throw new LogException($"An entry cannot be read: {broken.Message}", broken);
        }

        if (entry.Version != LogEntry.CurrentVersion) throw new LogException($"An entry is of version {entry.Version}, which this program does not know.");
        if (entry.Case is null != entry.Number is null) throw new LogException("An entry has the name of a dossier and a number in it, or neither.");
        if (entry.Number < 1) throw new LogException("Entries of a dossier are numbered from 1.");
        return entry;
    }
}
