using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>A BPMN 2.0 file as it was read: everything in it is kept, understood or not.</summary>
public sealed class BpmnDocument
{
    internal BpmnDocument(XDocument xml) => Xml = xml;

    /// <summary>The XML beneath. Whoever changes it changes the document.</summary>
    public XDocument Xml { get; }

    /// <summary>The processes of the file in the order of the file.</summary>
    public IReadOnlyList<BpmnProcessHeader> Processes =>
        [.. ProcessElements.Select(process => new BpmnProcessHeader(
            (string?)process.Attribute("id") ?? "",
            (string?)process.Attribute("name"),
            (string?)process.Attribute("isExecutable") is "true" or "1"))];

    /// <summary>Does the file carry a drawing?</summary>
    public bool HasDiagram => Xml.Root!.Elements(BpmnNames.Diagram + "BPMNDiagram").Any();

    internal IEnumerable<XElement> ProcessElements => Xml.Root!.Elements(BpmnNames.Bpmn + "process");
}

/// <summary>What a file says of one of its processes.</summary>
/// <param name="Id">The process's id.</param>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="IsExecutable">Whether its author meant it to be executed.</param>
public sealed record BpmnProcessHeader(string Id, string? Name, bool IsExecutable);
