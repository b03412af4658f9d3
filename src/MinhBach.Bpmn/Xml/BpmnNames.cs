using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>The XML namespaces of a BPMN file.</summary>
public static class BpmnNames
{
    /// <summary>BPMN 2.0 semantic model (OMG formal/2011-01-03).</summary>
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>BPMN diagram interchange.</summary>
    public static readonly XNamespace Diagram = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// <summary>Bounds and points.</summary>
    public static readonly XNamespace DiagramCommon = "http://www.omg.org/spec/DD/20100524/DC";

    /// <summary>Waypoints.</summary>
    public static readonly XNamespace DiagramInterchange = "http://www.omg.org/spec/DD/20100524/DI";

    /// <summary>Our own extension: role, unit rule, hours, term, form, output and description of a step.</summary>
    public static readonly XNamespace Extension = "https://minhbach.example/bpmn/1";
}
