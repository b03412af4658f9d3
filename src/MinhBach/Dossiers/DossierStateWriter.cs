using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>
/// Writes what <see cref="DossierState"/> reads. By hand, because every step of every dossier writes it anew and the serializer
/// took a tenth of a step; what is rare goes through the serializer.
/// </summary>
internal static class DossierStateWriter
{
    private const int Usual = 2048;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json)? own;

    public static string Write(Dossier dossier)
    {
        var (buffer, json) = own ??= New();
        try
        {
            Write(json, dossier);
            json.Flush();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
        finally
        {
            buffer.ResetWrittenCount();
            json.Reset();
        }
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Json) New()
    {
        var buffer = new ArrayBufferWriter<byte>(Usual);
        return (buffer, new(buffer, new JsonWriterOptions { Encoder = KernelJson.Options.Encoder, SkipValidation = true }));
    }

    private static void Write(Utf8JsonWriter json, Dossier dossier)
    {
        json.WriteStartObject();
        json.WriteString("rules"u8, dossier.Rules.Name);
        if (dossier.Process.Status != ProcessStatus.NotStarted)
        {
            json.WritePropertyName("process"u8);
            dossier.Process.WriteTo(json);
        }

        if (dossier.Clock is { } clock)
        {
            json.WriteStartArray("clock"u8);
            foreach (var entry in clock.Entries) Write(json, entry);
            json.WriteEndArray();
        }

        json.WriteStartArray("open"u8);
        foreach (var step in dossier.Open.Values) Write(json, step);
        json.WriteEndArray();
        json.WriteStartArray("done"u8);
        foreach (var step in dossier.Done)
        {
            json.WriteStartObject();
            json.WriteNumber("task"u8, step.Task);
            json.WriteString("node"u8, step.Node);
            Some(json, "role"u8, step.Role);
            if (step.Person is { } person) json.WriteNumber("person"u8, person);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Rare(json, "supplement", dossier.Supplement);
        json.WriteNumber("supplementsBefore"u8, dossier.SupplementsBeforeReception);
        json.WriteNumber("supplementsAfter"u8, dossier.SupplementsAfterReception);
        Rare(json, "payment", dossier.Payment);
        Rare(json, "correction", dossier.Correction);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OpenStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("task"u8, step.Task);
        json.WriteString("node"u8, step.Node);
        json.WriteString("name"u8, step.Name);
        Some(json, "role"u8, step.Role);
        json.WriteNumber("agency"u8, step.Agency);
        json.WriteNumber("unit"u8, step.Unit);
        if (step.Person is { } person) json.WriteNumber("person"u8, person);
        Some(json, "personName"u8, step.PersonName);
        Moment(json, "openedAt"u8, step.OpenedAt);
        if (step.DueAt is { } due) Moment(json, "dueAt"u8, due);
        Some(json, "question"u8, step.Question);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DueEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, Name(entry.Kind));
        Moment(json, "at"u8, entry.At);
        Write(json, "term"u8, entry.Term);
        json.WriteStartObject("due"u8);
        json.WriteString("date"u8, CityTime.WriteDay(entry.Due.Date));
        Moment(json, "at"u8, entry.Due.At);
        json.WriteBoolean("isProvisional"u8, entry.Due.IsProvisional);
        json.WriteEndObject();
        json.WriteString("lastDay"u8, CityTime.WriteDay(entry.LastDay));
        if (entry.Remaining is { } remaining) Write(json, "remaining"u8, remaining);
        json.WriteString("reason"u8, entry.Reason);
        json.WriteString("author"u8, entry.Author);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, Term term)
    {
        json.WriteStartObject(name);
        json.WriteNumber("amount"u8, term.Amount);
        json.WriteString("unit"u8, Name(term.Unit));
        json.WriteEndObject();
    }

    private static void Some(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    // To the microsecond, as every moment that is stored.
    private static void Moment(Utf8JsonWriter json, ReadOnlySpan<byte> name, Instant at) => json.WriteString(name, at.ToDateTimeUtc());

    private static void Rare<T>(Utf8JsonWriter json, string name, T? value)
        where T : class
    {
        if (value is null) return;
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, (JsonTypeInfo<T>)KernelJson.Options.GetTypeInfo(typeof(T)));
    }

    private static string Name<T>(T value)
        where T : struct, Enum => Names<T>.Of[value];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Of = Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
    }
}
