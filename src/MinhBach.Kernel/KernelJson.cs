using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Kernel;

/// <summary>How events, answers and JSON columns are written: camelCase, readable Vietnamese, ISO 8601 times, no nulls.</summary>
public static class KernelJson
{
    /// <summary>Shared, read-only options.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Adds the NodaTime converters and the encoder to other options (the API's).</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DayConverter());
        options.Converters.Add(new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso));
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonException No<T>(string? text) => new($"'{text}' is not a {typeof(T).Name} in ISO 8601.");

    // Events and states are full of times: the writer's own form of a moment is the same text in a tenth of the time.
    private sealed class InstantConverter : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (!reader.HasValueSequence && reader.ValueSpan is [.., (byte)'Z'] && reader.TryGetDateTime(out var moment)) return Instant.FromDateTimeUtc(moment);
            var parsed = InstantPattern.ExtendedIso.Parse(reader.GetString() ?? "");
            return parsed.Success ? parsed.Value : throw No<Instant>(reader.GetString());
        }

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
        {
            if (value >= FirstYear && value.ToUnixTimeTicks() is var ticks && Instant.FromUnixTimeTicks(ticks) == value) writer.WriteStringValue(DateTime.UnixEpoch.AddTicks(ticks));
            else writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
        }

        private static readonly Instant FirstYear = Instant.FromUtc(1, 1, 1, 0, 0);
    }

    private sealed class DayConverter : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[CityTime.DayLength];
            return reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && reader.ValueSpan.Length == CityTime.DayLength
                && CityTime.TryReadDay<char>(text[..reader.CopyString(text)], out var day) ? day : throw No<LocalDate>(reader.GetString());
        }

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) => writer.WriteStringValue(CityTime.WriteDay(value));
    }

    private sealed class PatternConverter<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? string.Empty;
            var parsed = pattern.Parse(text);
            return parsed.Success ? parsed.Value : throw No<T>(text);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
