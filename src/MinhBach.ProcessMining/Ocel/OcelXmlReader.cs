using System.Xml;
using System.Xml.Linq;

namespace MinhBach.ProcessMining;

/// <summary>
/// Reads object-centric logs in the XML of OCEL 2.0 (www.ocel-standard.org), plain or gzip. The log is held in memory,
/// the file is not. Document types and everything outside the file are refused.
/// </summary>
public static class OcelXmlReader
{
    /// <summary>Reads a log; the stream stays open and need not seek.</summary>
    /// <exception cref="LogFormatException">Not OCEL, over a limit, or damaged before the first event or object.</exception>
    public static ObjectLog Read(Stream stream, out LogProblems problems, LogReading? reading = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        reading ??= LogReading.Default;
        problems = new LogProblems();
        var intake = new ObjectLogIntake(reading, problems);
        using var xml = new XesXml(stream, reading.Limits);
        try
        {
            while (xml.Read())
            {
                if (xml.IsElement && xml.Depth == 0 && xml.LocalName != "log")
                    throw new LogFormatException($"this is not an OCEL log: the outermost element is <{xml.LocalName}>, not <log>.", xml.Place);
                if (xml.IsElement && xml.Depth == 1)
                    ReadPart(xml, xml.LocalName, intake);
            }
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            var place = xml.PlaceOf(broken);
            if (intake.Log.Events.Count + intake.Log.Objects.Count == 0)
                throw new LogFormatException($"the file cannot be read as XML: {broken.Message}", place, broken);
            problems.Add(xml.HasEnded(broken) ? LogProblemKind.CutOff : LogProblemKind.Damaged, place, null, broken.Message);
        }

        return intake.Finish();
    }

    private static void ReadPart(XesXml xml, string part, ObjectLogIntake intake)
    {
        if (part is not ("event-types" or "object-types" or "events" or "objects"))
            intake.Unknown(part, xml.Place);
        if (xml.IsEmpty)
            return;
        while (xml.ReadWithin(1))
        {
            if (xml.IsElement && xml.Depth == 2)
                Take(part, xml.Place, xml.Whole(), intake);
        }
    }

    private static void Take(string part, LogPlace place, XElement found, ObjectLogIntake intake)
    {
        switch (part)
        {
            case "event-types":
                intake.AddEventType(Of(found, "name"), AttributeTypes(found), place);
                break;
            case "object-types":
                intake.AddObjectType(Of(found, "name"), AttributeTypes(found), place);
                break;
            case "events":
                intake.AddEvent(Thing(found), place);
                break;
            case "objects":
                intake.AddObject(Thing(found), place);
                break;
        }
    }

    private static IEnumerable<(string?, string?)> AttributeTypes(XElement type) =>
        Within(type, "attributes").Select(attribute => (Of(attribute, "name"), Of(attribute, "type")));

    private static FoundThing Thing(XElement found) => new(
        Of(found, "id"),
        Of(found, "type"),
        Of(found, "time"),
        [.. Within(found, "attributes").Select(attribute => (Of(attribute, "name"), (string?)attribute.Value, Of(attribute, "time")))],
        [.. Within(found, "objects").Select(relation => (Of(relation, "object-id"), Of(relation, "qualifier")))]);

    private static IEnumerable<XElement> Within(XElement found, string name) =>
        found.Elements().Where(element => element.Name.LocalName == name).Elements();

    private static string? Of(XElement found, string name) => (string?)found.Attribute(name);
}
