using MinhBach.Bpmn;

namespace MinhBach.Procedures.Process;

/// <summary>Turns the table of steps into the BPMN that runs, and back into something to check.</summary>
internal static class ProcessDrawing
{
    public static string Xml(string code, string name, IReadOnlyList<StepRow> steps) =>
        BpmnXml.Write(new ProcessTable([.. steps.Select(Row)]).ToBpmn($"p-{code}", name));

    public static Compilation Compile(string xml) => ProcessModel.Compile(BpmnXml.Read(xml));

    private static TableStep Row(StepRow step) =>
        new(step.Key, step.Name, step.RoleKey, step.UnitRule, step.Hours, step.Output, step.Description);
}
