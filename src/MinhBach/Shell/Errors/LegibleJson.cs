using System.Text.Json;
using System.Text.Json.Serialization;

namespace MinhBach.Shell;

/// <summary>Strings in JSON bodies are held to the same rule as forms.</summary>
internal sealed class LegibleJson : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return IllegibleText.IsLegible(text) ? text : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
