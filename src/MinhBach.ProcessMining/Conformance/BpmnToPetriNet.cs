using System.Collections.Frozen;
using System.Xml.Linq;
using MinhBach.Bpmn;

namespace MinhBach.ProcessMining;

/// <summary>
/// Makes a Petri net of a BPMN process, whoever drew it and whether it can be executed or not. Tasks and call activities are what a log shows;
/// events, gateways and embedded subprocesses are routing. Conditions are not looked at: any way that could be taken is allowed.
/// </summary>
/// <remarks>
/// Branches that run in parallel have to be joined before an end event. What is not supported is named: complex gateways, inclusive gateways
/// that do not split and join in pairs, repetition by attribute, non-interrupting events, events on subprocesses, event subprocesses,
/// transactions, compensation, error and terminate ends, links.
/// </remarks>
public static class BpmnToPetriNet
{
    /// <summary>Converts a process.</summary>
    /// <param name="document">The file.</param>
    /// <param name="processId">Which process; without it, the first that has a start event.</param>
    /// <param name="activityOfNode">What a log calls the nodes of these ids; without it, a node's name, or its id where it has none.</param>
    public static PetriNetConversion Convert(BpmnDocument document, string? processId = null, IReadOnlyDictionary<string, string>? activityOfNode = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var process = document.Xml.Root!.Elements(BpmnNames.Bpmn + "process").FirstOrDefault(element =>
            processId is null ? element.Elements(BpmnNames.Bpmn + "startEvent").Any() : element.Attribute("id")?.Value == processId);
        if (process is null)
            return new PetriNetConversion(null, [new ConversionProblem("", "definitions", $"the file holds no process {processId ?? "with a start event"}.")]);
        var problems = new List<ConversionProblem>();
        var flows = new FlowReader(activityOfNode ?? FrozenDictionary<string, string>.Empty, problems).Read(process);
        if (problems.Count > 0)
            return new PetriNetConversion(null, problems);
        flows.Normalize();
        var net = new NetBuilder(flows, problems).Build();
        return new PetriNetConversion(problems.Count == 0 ? net : null, problems);
    }
}
