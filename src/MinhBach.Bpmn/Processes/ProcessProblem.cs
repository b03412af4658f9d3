namespace MinhBach.Bpmn;

/// <summary>How bad a problem of a process is.</summary>
public enum ProblemSeverity
{
    /// <summary>It runs, and may not do what its author meant.</summary>
    Warning,

    /// <summary>It cannot be executed.</summary>
    Error,
}

/// <summary>What is wrong with a process, named when it is compiled.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">A stable word for the kind of problem, such as <c>no-start</c>.</param>
/// <param name="ElementId">The element; empty where the whole process is meant.</param>
/// <param name="ElementName">Its name, if it has one.</param>
/// <param name="ElementKind">Its BPMN element name, such as <c>callActivity</c>.</param>
/// <param name="Message">What is wrong, in plain words.</param>
/// <param name="Line">Line in the file, from 1; 0 where it is not known.</param>
public sealed record ProcessProblem(
    ProblemSeverity Severity, string Code, string ElementId, string? ElementName, string ElementKind, string Message, int Line = 0);

/// <summary>A process that was compiled, or why it was not.</summary>
/// <param name="Model">The process; null where a problem is an error.</param>
/// <param name="Problems">Everything found, in the order of the file.</param>
public sealed record Compilation(ProcessModel? Model, IReadOnlyList<ProcessProblem> Problems)
{
    /// <summary>Can it be executed?</summary>
    public bool Succeeded => Model is not null;
}
