using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Reads and writes BPMN 2.0 XML. A file that is read and written comes back as it went in.</summary>
public static class BpmnXml
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="BpmnFormatException">Not XML, not BPMN, hostile or over a limit.</exception>
    public static BpmnDocument Read(Stream stream, BpmnLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= BpmnLimits.Default;
        using var bytes = Take(stream, limits);
        CheckSize(bytes, limits);
        bytes.Position = 0;
        using var reader = XmlReader.Create(bytes, Settings());
        return Load(reader);
    }

    /// <summary>Reads a file that is at hand as text.</summary>
    /// <exception cref="BpmnFormatException">Not XML, not BPMN, hostile or over a limit.</exception>
    public static BpmnDocument Read(string xml, BpmnLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        limits ??= BpmnLimits.Default;
        if (xml.Length > limits.MaxBytes)
            throw TooLarge(limits);
        using (var first = new StringReader(xml))
            CheckSize(first, limits);
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, Settings());
        return Load(reader);
    }

    /// <summary>Writes a document as UTF-8 text, with the white space that it was read with.</summary>
    public static string Write(BpmnDocument document)
    {
        using var bytes = new MemoryStream();
        Write(document, bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Writes a document as UTF-8, with the white space that it was read with.</summary>
    public static void Write(BpmnDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        // Line breaks within names stand in attributes, where only an entity keeps them.
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.Entitize };
        using var writer = XmlWriter.Create(stream, settings);
        document.Xml.Save(writer);
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = false,
    };

    private static BpmnDocument Load(XmlReader reader)
    {
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        if (document.Root?.Name != BpmnNames.Bpmn + "definitions")
            throw new BpmnFormatException(
                $"this is not a BPMN 2.0 file: the outermost element is <{document.Root?.Name.LocalName}>, not <definitions> of {BpmnNames.Bpmn}.", 1, 1);
        return new BpmnDocument(document);
    }

    private static MemoryStream Take(Stream stream, BpmnLimits limits)
    {
        var taken = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (taken.Length + read > limits.MaxBytes)
                throw TooLarge(limits);
            taken.Write(buffer, 0, read);
        }
        taken.Position = 0;
        return taken;
    }

    private static void CheckSize(object source, BpmnLimits limits)
    {
        using var reader = source is Stream stream ? XmlReader.Create(stream, Settings()) : XmlReader.Create((TextReader)source, Settings());
        try
        {
            var elements = 0;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (++elements > limits.MaxElements)
                    throw At(reader, $"the file has more than {limits.MaxElements} elements.");
                if (reader.Depth >= limits.MaxDepth)
                    throw At(reader, $"elements are nested more than {limits.MaxDepth} deep.");
                while (reader.MoveToNextAttribute())
                {
                    if (reader.Value.Length > limits.MaxAttributeLength)
                        throw At(reader, $"the attribute {reader.Name} is longer than {limits.MaxAttributeLength} characters.");
                }
            }
        }
        catch (XmlException e)
        {
            var what = e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "the file declares a document type (DTD), which is refused; remove the <!DOCTYPE …> declaration."
                : "the file is not well-formed XML: " + e.Message;
            // A refused DTD carries no place of its own; the reader knows how far it came.
            var place = (IXmlLineInfo)reader;
            var line = e.LineNumber > 0 ? e.LineNumber : Math.Max(1, place.LineNumber);
            throw new BpmnFormatException(what, line, e.LineNumber > 0 ? e.LinePosition : Math.Max(1, place.LinePosition), e);
        }
    }

    private static BpmnFormatException At(XmlReader reader, string message) =>
        reader is IXmlLineInfo place ? new(message, place.LineNumber, place.LinePosition) : new(message);

    private static BpmnFormatException TooLarge(BpmnLimits limits) =>
        new($"the file is larger than {limits.MaxBytes / 1024} KiB.");
}
