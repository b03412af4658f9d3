using System.Globalization;
using System.Xml.Linq;

namespace MinhBach.Bpmn;

/// <summary>Reads one flow node, or says why it is not executed.</summary>
internal sealed class NodeReader(BpmnDocument document, ProcessCompiler compiler)
{
    private static readonly XNamespace Bpmn = BpmnNames.Bpmn;

    private static readonly HashSet<string> FlowNodes = new(StringComparer.Ordinal)
    {
        "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "implicitThrowEvent", "event",
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "callActivity", "subProcess", "transaction", "adHocSubProcess", "subChoreography", "choreographyTask", "callChoreography",
        "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "complexGateway",
    };

    public static bool IsFlowNode(XElement element) => element.Name.Namespace == Bpmn && FlowNodes.Contains(element.Name.LocalName);

    /// <summary>A reference without its namespace prefix.</summary>
    public static string? Local(string? reference) => reference?[(reference.LastIndexOf(':') + 1)..];

    public ProcessNode? Read(XElement element, int index, ProcessNode? parent)
    {
        if (IsRepeated(element))
            return null;
        return element.Name.LocalName switch
        {
            // An undefined task is taken as the work of a person.
            "task" or "userTask" => Node(element, index, parent, NodeKind.UserTask),
            "manualTask" => Node(element, index, parent, NodeKind.ManualTask),
            "serviceTask" => Node(element, index, parent, NodeKind.ServiceTask),
            "sendTask" => Node(element, index, parent, NodeKind.SendTask, message: Message(element) ?? Name(element)),
            "receiveTask" => WithMessage(element, element, index, parent, NodeKind.ReceiveTask),
            "exclusiveGateway" => Node(element, index, parent, NodeKind.ExclusiveGateway),
            "parallelGateway" => Node(element, index, parent, NodeKind.ParallelGateway),
            "inclusiveGateway" => Node(element, index, parent, NodeKind.InclusiveGateway),
            "eventBasedGateway" => EventGateway(element, index, parent),
            "subProcess" => SubProcess(element, index, parent),
            "startEvent" or "endEvent" or "intermediateCatchEvent" or "intermediateThrowEvent" or "boundaryEvent" => Event(element, index, parent),
            var other => Refuse(element, $"A {other} is not executed."),
        };
    }

    private bool IsRepeated(XElement element)
    {
        var loop = element.Element(Bpmn + "multiInstanceLoopCharacteristics") ?? element.Element(Bpmn + "standardLoopCharacteristics");
        if (loop is not null)
            Refuse(element, $"An activity that repeats ({loop.Name.LocalName}) is not executed.");
        else if ((string?)element.Attribute("isForCompensation") is "true" or "1")
            Refuse(element, "Compensation is not executed.");
        else
            return false;
        return true;
    }

    private ProcessNode? EventGateway(XElement element, int index, ProcessNode? parent) =>
        (string?)element.Attribute("instantiate") is "true" or "1"
            ? Refuse(element, "An event-based gateway that starts a process is not executed.")
            : Node(element, index, parent, NodeKind.EventGateway);

    private ProcessNode? SubProcess(XElement element, int index, ProcessNode? parent) =>
        (string?)element.Attribute("triggeredByEvent") is "true" or "1"
            ? Refuse(element, "An event subprocess is not executed.")
            : Node(element, index, parent, NodeKind.SubProcess);

    private ProcessNode? Event(XElement element, int index, ProcessNode? parent)
    {
        var definitions = element.Elements().Where(child =>
            child.Name.Namespace == Bpmn && child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).ToList();
        if (definitions.Count > 1 || element.Element(Bpmn + "eventDefinitionRef") is not null)
            return Refuse(element, "An event with several or shared definitions is not executed.");
        var definition = definitions.FirstOrDefault();
        var trigger = definition?.Name.LocalName.Replace("EventDefinition", "", StringComparison.Ordinal) ?? "";
        return (element.Name.LocalName, trigger) switch
        {
            ("startEvent", "") => Node(element, index, parent, NodeKind.StartEvent),
            ("endEvent", "") => Node(element, index, parent, NodeKind.EndEvent),
            ("endEvent", "message") => Node(element, index, parent, NodeKind.MessageEndEvent, message: Message(definition!) ?? Name(element)),
            ("endEvent", "terminate") => Node(element, index, parent, NodeKind.TerminateEndEvent),
            ("endEvent", "error") => Node(element, index, parent, NodeKind.ErrorEndEvent, error: ErrorCode(definition!) ?? ""),
            ("intermediateThrowEvent", "") => Node(element, index, parent, NodeKind.ThrowEvent),
            ("intermediateThrowEvent", "message") => Node(element, index, parent, NodeKind.MessageThrowEvent, message: Message(definition!) ?? Name(element)),
            ("intermediateCatchEvent", "timer") => WithTimer(element, definition!, index, parent, NodeKind.TimerCatchEvent),
            ("intermediateCatchEvent", "message") => WithMessage(element, definition!, index, parent, NodeKind.MessageCatchEvent),
            ("boundaryEvent", "timer") => WithTimer(element, definition!, index, parent, NodeKind.TimerBoundaryEvent),
            ("boundaryEvent", "message") => WithMessage(element, definition!, index, parent, NodeKind.MessageBoundaryEvent),
            ("boundaryEvent", "error") => Node(element, index, parent, NodeKind.ErrorBoundaryEvent, error: ErrorCode(definition!)),
            (var kind, "") => Refuse(element, $"A {kind} without a trigger is not executed."),
            var (kind, other) => Refuse(element, $"A {kind} with a {other} trigger is not executed."),
        };
    }

    private ProcessNode? WithTimer(XElement element, XElement definition, int index, ProcessNode? parent, NodeKind kind)
    {
        var timer = TimerReader.Read(element, definition, compiler);
        return timer is null ? null : Node(element, index, parent, kind, timer);
    }

    private ProcessNode? WithMessage(XElement element, XElement definition, int index, ProcessNode? parent, NodeKind kind)
    {
        var message = Message(definition) ?? Name(element);
        if (message is not null)
            return Node(element, index, parent, kind, message: message);
        compiler.Error(element, "no-message", "It waits for a message, and which one is not said.");
        return null;
    }

    private ProcessNode? Refuse(XElement element, string message)
    {
        compiler.Error(element, "not-executed", message);
        return null;
    }

    private static ProcessNode Node(
        XElement element, int index, ProcessNode? parent, NodeKind kind, TimerSpec? timer = null, string? message = null, string? error = null)
    {
        var id = (string)element.Attribute("id")!;
        return new ProcessNode(index, id, kind)
        {
            Name = Name(element) ?? id,
            Parent = parent,
            Step = StepInfoXml.Read(element),
            Timer = timer,
            Message = message,
            ErrorCode = error,
            IsInterrupting = (string?)element.Attribute("cancelActivity") is not ("false" or "0"),
        };
    }

    private static string? Name(XElement element) => (string?)element.Attribute("name") is { } name && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null;

    private string? Message(XElement owner) => Named(owner, "messageRef", "message", "name");

    private string? ErrorCode(XElement owner) => Named(owner, "errorRef", "error", "errorCode") ?? Named(owner, "errorRef", "error", "name");

    private string? Named(XElement owner, string reference, string kind, string attribute)
    {
        if (Local((string?)owner.Attribute(reference)) is not { } id)
            return null;
        var named = document.Xml.Root!.Elements(Bpmn + kind).FirstOrDefault(element => (string?)element.Attribute("id") == id);
        return (string?)named?.Attribute(attribute) is { Length: > 0 } name ? name : attribute == "errorCode" ? null : id;
    }
}

/// <summary>Reads and writes what our extension says of a step.</summary>
internal static class StepInfoXml
{
    private static readonly XNamespace Ours = BpmnNames.Extension;

    public static StepInfo Read(XElement element)
    {
        var documentation = element.Element(BpmnNames.Bpmn + "documentation")?.Value.Trim();
        var info = new StepInfo
        {
            Role = Value(element, "role"),
            UnitRule = Value(element, "unitRule"),
            Hours = decimal.TryParse(Value(element, "hours"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours : null,
            Term = Value(element, "term"),
            Form = Value(element, "form"),
            Output = Value(element, "output") ?? Value(element, "result"),
            Description = Value(element, "description") ?? (string.IsNullOrEmpty(documentation) ? null : documentation),
        };
        return info == StepInfo.None ? StepInfo.None : info;
    }

    /// <summary>An attribute of ours, or an element of ours among the extension elements.</summary>
    public static string? Value(XElement element, string name)
    {
        var value = (string?)element.Attribute(Ours + name)
            ?? element.Element(BpmnNames.Bpmn + "extensionElements")?.Element(Ours + name)?.Value;
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}
