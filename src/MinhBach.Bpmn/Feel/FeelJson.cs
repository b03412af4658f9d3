using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinhBach.Bpmn;

/// <summary>FEEL values in JSON: what JSON has as itself, the rest as an object with one "@" name, such as <c>{"@date":"2026-03-02"}</c>.</summary>
internal static class FeelJson
{
    private const int MaxDepth = 32;

    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null: writer.WriteNullValue(); break;
            case FeelKind.Boolean: writer.WriteBooleanValue(value.IsTrue); break;
            case FeelKind.Number: writer.WriteNumberValue(value.Number); break;
            case FeelKind.Text: writer.WriteStringValue(value.Text); break;
            case FeelKind.Date: Tagged(writer, "@date", value); break;
            case FeelKind.DateTime: Tagged(writer, "@time", value); break;
            case FeelKind.Duration: Tagged(writer, "@duration", value); break;
            case FeelKind.Months: Tagged(writer, "@months", value); break;
            case FeelKind.List:
                writer.WriteStartArray();
                foreach (var item in value.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case FeelKind.Context:
                var context = value.Context!;
                var clash = context.Keys.Any(name => name.StartsWith('@'));
                if (clash)
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("@context");
                }
                Write(writer, context);
                if (clash)
                    writer.WriteEndObject();
                break;
        }
    }

    public static void Write(Utf8JsonWriter writer, FeelContext context)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in context)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }

    public static FeelValue Read(ref Utf8JsonReader reader, int depth = 0)
    {
        if (depth > MaxDepth)
            throw new JsonException("Values are nested too deep.");
        switch (reader.TokenType)
        {
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number) ? number : throw new JsonException("A number is too large.");
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.StartArray:
                var items = new List<FeelValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Read(ref reader, depth + 1));
                return FeelValue.Of(items);
            case JsonTokenType.StartObject:
                var context = ReadContext(ref reader, depth + 1);
                return context.Count == 1 ? Untag(context) : FeelValue.Of(context);
            default: return FeelValue.Null;
        }
    }

    public static FeelContext ReadContext(ref Utf8JsonReader reader, int depth = 0)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An object was expected.");
        var context = FeelContext.Empty;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            context = context.With(name, Read(ref reader, depth + 1));
        }
        return context;
    }

    private static FeelValue Untag(FeelContext context)
    {
        var (tag, value) = context.First();
        return tag switch
        {
            "@date" when value.Text is { } text => FeelTime.ReadDate(text),
            "@time" when value.Text is { } text => FeelTime.ReadDateTime(text),
            "@duration" or "@months" when value.Text is { } text => FeelTime.ReadDuration(text),
            "@context" when value.Context is not null => value,
            _ => FeelValue.Of(context),
        };
    }

    private static void Tagged(Utf8JsonWriter writer, string tag, FeelValue value)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, value.ToString());
        writer.WriteEndObject();
    }
}

internal sealed class FeelValueConverter : JsonConverter<FeelValue>
{
    public override bool HandleNull => true;

    public override FeelValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FeelJson.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, FeelValue value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}

internal sealed class FeelContextConverter : JsonConverter<FeelContext>
{
    public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FeelJson.ReadContext(ref reader);

    public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) => FeelJson.Write(writer, value);
}
