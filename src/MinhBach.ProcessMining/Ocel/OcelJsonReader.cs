using System.Text.Json;

namespace MinhBach.ProcessMining;

/// <summary>
/// Reads object-centric logs in the JSON of OCEL 2.0 (www.ocel-standard.org), plain or gzip. The log is held in memory,
/// the file is not.
/// </summary>
public static class OcelJsonReader
{
    /// <summary>Reads a log; the stream stays open and need not seek.</summary>
    /// <exception cref="LogFormatException">Not OCEL, over a limit, or damaged before the first event or object.</exception>
    public static ObjectLog Read(Stream stream, out LogProblems problems, LogReading? reading = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        reading ??= LogReading.Default;
        problems = new LogProblems();
        var intake = new ObjectLogIntake(reading, problems);
        using var source = new LogSource(stream, reading.Limits);
        var json = new JsonPieces(source, reading.Limits);
        source.Place = () => json.Place;
        try
        {
            ReadLog(json, intake);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException)
        {
            Refuse(broken, json, source, intake, problems);
        }

        return intake.Finish();
    }

    private static void ReadLog(JsonPieces json, ObjectLogIntake intake)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
            throw new LogFormatException("this is not an OCEL log: the outermost value is not an object.", json.Place);
        var isOcel = false;
        while (json.Read())
        {
            if (json.Token != JsonTokenType.PropertyName)
                continue;
            var part = json.Name;
            if (part is "eventTypes" or "objectTypes" or "events" or "objects")
            {
                isOcel = true;
                ReadPart(json, part, intake);
            }
            else
            {
                intake.Unknown(part, json.Place);
                json.Skip();
            }
        }

        if (!isOcel)
            throw new LogFormatException("this is not an OCEL 2.0 log: it has neither events nor objects.");
    }

    private static void ReadPart(JsonPieces json, string part, ObjectLogIntake intake)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartArray)
            throw new LogFormatException($"\"{part}\" is not an array.", json.Place);
        while (json.Next() is { } value)
        {
            using (value)
            {
                try
                {
                    Take(part, value.RootElement, json.Place, intake);
                }
                catch (InvalidOperationException)
                {
                    // A text within is not UTF-8.
                    intake.Broken(json.Place);
                }
            }
        }
    }

    private static void Take(string part, JsonElement found, LogPlace place, ObjectLogIntake intake)
    {
        switch (part)
        {
            case "eventTypes":
                intake.AddEventType(Text(found, "name"), AttributeTypes(found), place);
                break;
            case "objectTypes":
                intake.AddObjectType(Text(found, "name"), AttributeTypes(found), place);
                break;
            case "events":
                intake.AddEvent(Thing(found), place);
                break;
            case "objects":
                intake.AddObject(Thing(found), place);
                break;
        }
    }

    private static IEnumerable<(string?, string?)> AttributeTypes(JsonElement type) =>
        Within(type, "attributes").Select(attribute => (Text(attribute, "name"), Text(attribute, "type")));

    private static FoundThing Thing(JsonElement found) => new(
        Text(found, "id"),
        Text(found, "type"),
        Text(found, "time"),
        [.. Within(found, "attributes").Select(attribute => (Text(attribute, "name"), Text(attribute, "value"), Text(attribute, "time")))],
        [.. Within(found, "relationships").Select(relation => (Text(relation, "objectId"), Text(relation, "qualifier")))]);

    private static IEnumerable<JsonElement> Within(JsonElement found, string name) =>
        found.ValueKind == JsonValueKind.Object && found.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray()
            : Enumerable.Empty<JsonElement>();

    private static string? Text(JsonElement found, string name) =>
        found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out var value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array => null,
        };

    private static void Refuse(Exception broken, JsonPieces json, LogSource source, ObjectLogIntake intake, LogProblems problems)
    {
        var isCut = broken is JsonException ? json.HasEnded : source.HasPackedEnded;
        if (broken.Message.Contains("depth", StringComparison.Ordinal))
            throw new LogFormatException($"values are nested more than {intake.Limits.DeepestNesting} deep.", json.Place, broken);
        if (intake.Log.Events.Count + intake.Log.Objects.Count == 0)
            throw new LogFormatException($"the file cannot be read as JSON: {broken.Message}", json.Place, broken);
        problems.Add(isCut ? LogProblemKind.CutOff : LogProblemKind.Damaged, json.Place, null, broken.Message);
    }
}
