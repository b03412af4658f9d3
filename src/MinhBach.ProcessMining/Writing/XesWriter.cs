using System.Text;
using System.Xml;
using NodaTime.Text;

namespace MinhBach.ProcessMining;

/// <summary>
/// Writes event logs in XES (IEEE 1849-2016), UTF-8, case by case. Case ids and people go out under pseudonyms unless
/// <see cref="LogWriting"/> says otherwise. Moments are written in UTC with seven digits of a second.
/// </summary>
public static class XesWriter
{
    private const string Namespace = "http://www.xes-standard.org/";

    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");

    private static readonly string[][] Extensions =
    [
        ["Concept", "concept", Namespace + "concept.xesext"], ["Time", "time", Namespace + "time.xesext"],
        ["Organizational", "org", Namespace + "org.xesext"], ["Lifecycle", "lifecycle", Namespace + "lifecycle.xesext"],
    ];

    /// <summary>
    /// Writes a log. The cases may be handed out in one and the same object. An <see cref="LogLifecycle.Other"/> is written
    /// as <c>unknown</c>; a character that XML cannot carry as U+FFFD.
    /// </summary>
    public static void Write(Stream stream, LogNames names, IEnumerable<LogCase> cases, LogWriting? writing = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(cases);
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };
        using var xml = XmlWriter.Create(stream, settings);
        Begin(xml);
        var writer = new CaseWriter(xml, names, writing ?? new LogWriting());
        foreach (var found in cases)
            writer.Write(found);
        xml.WriteEndElement();
    }

    private static void Begin(XmlWriter xml)
    {
        xml.WriteStartElement("log", Namespace);
        xml.WriteAttributeString("xes.version", "1849.2016");
        xml.WriteAttributeString("xes.features", "");
        foreach (var extension in Extensions)
        {
            xml.WriteStartElement("extension", Namespace);
            xml.WriteAttributeString("name", extension[0]);
            xml.WriteAttributeString("prefix", extension[1]);
            xml.WriteAttributeString("uri", extension[2]);
            xml.WriteEndElement();
        }
    }

    private sealed class CaseWriter(XmlWriter xml, LogNames names, LogWriting writing)
    {
        private readonly Dictionary<int, string> _people = [];

        public void Write(LogCase found)
        {
            xml.WriteStartElement("trace", Namespace);
            Pair("string", "concept:name", writing.Pseudonyms.Of("case", found.Id));
            foreach (var (key, value) in found.Attributes)
                Pair("string", key, writing.Value(key, value, names));
            foreach (ref readonly var happened in found.Events)
                Write(happened);
            xml.WriteEndElement();
        }

        private void Write(in LogEvent happened)
        {
            xml.WriteStartElement("event", Namespace);
            Pair("string", "concept:name", names.Activities[happened.Activity]);
            if (happened.HasTime)
                Pair("date", "time:timestamp", Moment.Format(happened.At));
            if (happened.Resource >= 0)
                Pair("string", "org:resource", Person(happened.Resource));
            if (happened.Unit >= 0)
                Pair("string", "org:group", names.Units[happened.Unit]);
            Pair("string", "lifecycle:transition", LifecycleText.Write(happened.Lifecycle));
            xml.WriteEndElement();
        }

        private string Person(int number)
        {
            if (!_people.TryGetValue(number, out var name))
                _people.Add(number, name = writing.Pseudonyms.Of("resource", names.Resources[number]));
            return name;
        }

        private void Pair(string type, string key, string value)
        {
            xml.WriteStartElement(type, Namespace);
            xml.WriteAttributeString("key", XmlText.Writable(key));
            xml.WriteAttributeString("value", XmlText.Writable(value));
            xml.WriteEndElement();
        }
    }
}
