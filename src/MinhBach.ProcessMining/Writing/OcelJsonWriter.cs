using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.ProcessMining;

/// <summary>
/// Writes object-centric logs in the JSON of OCEL 2.0, UTF-8. Ids of objects, and attributes that name people, go out under
/// pseudonyms unless <see cref="LogWriting"/> says otherwise; ids of events too. Values are written as texts, the moments of
/// an object's attributes that are not told as 1970-01-01T00:00Z, which the standard means by "from the beginning".
/// </summary>
public static class OcelJsonWriter
{
    private const int MostPending = 64 * 1024;

    private static readonly InstantPattern Moment = InstantPattern.ExtendedIso;

    /// <summary>Writes a log. A type that was not declared is declared, without attributes.</summary>
    public static void Write(Stream stream, ObjectLog log, LogWriting? writing = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        Write(
            stream,
            Declared(log.ObjectTypes, log.Objects.Values.Select(thing => thing.Type)),
            Declared(log.EventTypes, log.Events.Values.Select(happened => happened.Type)),
            log.Objects.Values, log.Events.Values, writing);
    }

    /// <summary>Writes a log that is handed out piece by piece: memory holds one piece. First the objects are asked for, then the events.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="objectTypes">Every type that an object has.</param>
    /// <param name="eventTypes">Every type that an event has.</param>
    /// <param name="objects">The objects, each once.</param>
    /// <param name="events">The events, each once.</param>
    /// <param name="writing">What stands for names; null for pseudonyms.</param>
    public static void Write(
        Stream stream, IEnumerable<ObjectLogType> objectTypes, IEnumerable<ObjectLogType> eventTypes, IEnumerable<ObjectLogObject> objects, IEnumerable<ObjectLogEvent> events, LogWriting? writing = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(objectTypes);
        ArgumentNullException.ThrowIfNull(eventTypes);
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentNullException.ThrowIfNull(events);
        writing ??= new LogWriting();
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        Types(json, "objectTypes", objectTypes);
        Types(json, "eventTypes", eventTypes);
        json.WriteStartArray("objects");
        foreach (var thing in objects)
        {
            Object(json, thing, writing);
            Send(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("events");
        foreach (var happened in events)
        {
            Event(json, happened, writing);
            Send(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<ObjectLogType> Declared(IReadOnlyList<ObjectLogType> declared, IEnumerable<string> used) =>
        declared.Concat(used.Except(declared.Select(type => type.Name), StringComparer.Ordinal).Select(name => new ObjectLogType(name, [])));

    // The writer keeps everything until it is told to hand it on.
    private static void Send(Utf8JsonWriter json)
    {
        if (json.BytesPending >= MostPending)
            json.Flush();
    }

    private static void Types(Utf8JsonWriter json, string part, IEnumerable<ObjectLogType> types)
    {
        json.WriteStartArray(part);
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("name", type.Name);
            json.WriteStartArray("attributes");
            foreach (var attribute in type.Attributes)
            {
                json.WriteStartObject();
                json.WriteString("name", attribute.Name);
                json.WriteString("type", attribute.Type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Object(Utf8JsonWriter json, ObjectLogObject thing, LogWriting writing)
    {
        Begin(json, writing.Pseudonyms.Of("case", thing.Id), thing.Type);
        json.WriteStartArray("attributes");
        foreach (var (name, value, from) in thing.Attributes)
            Attribute(json, name, writing.Value(name, value, null), from ?? NodaConstants.UnixEpoch);
        json.WriteEndArray();
        Relations(json, thing.Objects, writing);
    }

    private static void Event(Utf8JsonWriter json, ObjectLogEvent happened, LogWriting writing)
    {
        Begin(json, writing.Pseudonyms.Of("event", happened.Id), happened.Type);
        if (happened.At is { } at)
            json.WriteString("time", Moment.Format(at));
        json.WriteStartArray("attributes");
        foreach (var (name, value) in happened.Attributes)
            Attribute(json, name, Person(name, value, writing), null);
        json.WriteEndArray();
        Relations(json, happened.Objects, writing);
    }

    private static string Person(string name, string value, LogWriting writing) =>
        name is "org:resource" or "resource" ? writing.Pseudonyms.Of("resource", value) : writing.Value(name, value, null);

    private static void Begin(Utf8JsonWriter json, string id, string type)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("type", type);
    }

    private static void Attribute(Utf8JsonWriter json, string name, string value, Instant? from)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        if (from is { } since)
            json.WriteString("time", Moment.Format(since));
        json.WriteString("value", value);
        json.WriteEndObject();
    }

    private static void Relations(Utf8JsonWriter json, IList<ObjectRelation> relations, LogWriting writing)
    {
        json.WriteStartArray("relationships");
        foreach (var (objectId, qualifier) in relations)
        {
            json.WriteStartObject();
            json.WriteString("objectId", writing.Pseudonyms.Of("case", objectId));
            json.WriteString("qualifier", qualifier);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
