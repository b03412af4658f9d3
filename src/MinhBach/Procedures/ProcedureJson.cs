using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using MinhBach.Kernel;
using MinhBach.WorkingTime;

namespace MinhBach.Procedures;

/// <summary>How versions are kept in their JSON columns and written by the API.</summary>
internal static class ProcedureJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        KernelJson.Configure(options);
        options.Converters.Add(new TermConverter());
        options.Converters.Add(new IdConverter<ProcedureId>(id => id.Value, value => new ProcedureId(value)));
        options.Converters.Add(new IdConverter<ProcedureVersionId>(id => id.Value, value => new ProcedureVersionId(value)));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>“3 workingDays”.</summary>
    private sealed class TermConverter : JsonConverter<Term>
    {
        public override Term Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.GetString() ?? "").Split(' ');
            return parts.Length == 2
                && decimal.TryParse(parts[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                && Enum.TryParse<TermUnit>(parts[1], ignoreCase: true, out var unit)
                ? new Term(amount, unit)
                : throw new JsonException("A term is an amount and a unit, such as “3 workingDays”.");
        }

        public override void Write(Utf8JsonWriter writer, Term value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {JsonNamingPolicy.CamelCase.ConvertName(value.Unit.ToString())}"));
    }

    private sealed class IdConverter<T>(Func<T, long> toNumber, Func<long, T> fromNumber) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => fromNumber(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(toNumber(value));
    }
}
