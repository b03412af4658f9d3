using MinhBach.Bpmn;

namespace MinhBach.ProcessMining.Tests;

/// <summary>BPMN in a few words: elements as they are, and flows such as <c>s>a</c>.</summary>
internal static class BpmnText
{
    public static PetriNetConversion Convert(string elements, string flows, IReadOnlyDictionary<string, string>? activityOfNode = null) =>
        BpmnToPetriNet.Convert(Read(elements, flows), null, activityOfNode);

    public static PetriNet Net(string elements, string flows)
    {
        var conversion = Convert(elements, flows);
        Assert.Empty(conversion.Problems);
        return conversion.Net!;
    }

    public static PetriNet Net(ProcessTree tree) => BpmnToPetriNet.Convert(TreeToBpmn.Write(tree, "p", "")).Net!;

    private static BpmnDocument Read(string elements, string flows) => BpmnXml.Read(
        $"""<definitions xmlns="{BpmnNames.Bpmn}"><process id="p">{elements}{Flows(flows)}</process></definitions>""");

    public static string Flows(string flows) => string.Concat(flows.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(flow => flow.Split('>'))
        .Select((ends, number) => $"""<sequenceFlow id="f{number}_{ends[0]}_{ends[1]}" sourceRef="{ends[0]}" targetRef="{ends[1]}"/>"""));
}
