using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinhBach.Kernel;

/// <summary>
/// Reads short texts that stand in millions of events, such as the names of steps and roles, as one string each: whoever folds the
/// journal would otherwise hold as many copies as there are events in its hands. Safe for several threads.
/// </summary>
internal sealed class RepeatedText : JsonConverter<string>
{
    private const int Longest = 64;

    // What stands there once only, such as a reason, must not push out what comes again: the first so many are remembered.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<byte[], string> known;
    private readonly ConcurrentDictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> byLetters;
    private int remembered;

    private RepeatedText()
    {
        known = new(new JournalNames.ByLetters());
        byLetters = known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>As <see cref="KernelJson.Options"/>, for events that are only read.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > Longest) return reader.GetString();
        if (byLetters.TryGetValue(reader.ValueSpan, out var text)) return text;
        text = reader.GetString()!;
        if (Volatile.Read(ref remembered) < MostRemembered && byLetters.TryAdd(reader.ValueSpan, text)) Interlocked.Increment(ref remembered);
        return text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(KernelJson.Options);
        options.Converters.Add(new RepeatedText());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
