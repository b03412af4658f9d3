namespace MinhBach.Bpmn;

/// <summary>A node of a compiled process.</summary>
public sealed class ProcessNode
{
    internal ProcessNode(int index, string id, NodeKind kind)
    {
        Index = index;
        Id = id;
        Kind = kind;
    }

    /// <summary>Place in <see cref="ProcessModel.Nodes"/>.</summary>
    public int Index { get; }

    /// <summary>The element's id.</summary>
    public string Id { get; }

    /// <summary>The element's name; the id where it has none.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>What it does.</summary>
    public NodeKind Kind { get; }

    /// <summary>The innermost lane that it lies in, by name.</summary>
    public string? Lane { get; internal set; }

    /// <summary>What our extension says of the step; empty where it says nothing.</summary>
    public StepInfo Step { get; internal init; } = StepInfo.None;

    /// <summary>Is this work that a person does?</summary>
    public bool IsStep => Kind is NodeKind.UserTask or NodeKind.ManualTask;

    /// <summary>The flows out of it, in the order of the file.</summary>
    public IReadOnlyList<ProcessFlow> Outgoing => Out;

    /// <summary>The flows into it, in the order of the file.</summary>
    public IReadOnlyList<ProcessFlow> Incoming => In;

    /// <summary>The time that a timer event waits for.</summary>
    public TimerSpec? Timer { get; internal init; }

    /// <summary>The message that it sends or waits for.</summary>
    public string? Message { get; internal init; }

    /// <summary>The error code that it raises or catches; null catches every error.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>Does a boundary event end the activity that it is attached to?</summary>
    public bool IsInterrupting { get; internal init; } = true;

    /// <summary>The activity that a boundary event is attached to.</summary>
    public ProcessNode? AttachedTo { get; internal set; }

    /// <summary>The subprocess that it lies in; null in the process itself.</summary>
    public ProcessNode? Parent { get; internal init; }

    internal ProcessFlow[] Out { get; set; } = [];

    internal ProcessFlow[] In { get; set; } = [];

    internal ProcessFlow? Default { get; set; }

    internal ProcessNode[] Boundary { get; set; } = [];

    internal ProcessNode? Start { get; set; }

    internal InclusiveJoin? Join { get; set; }

    /// <summary>The element's id and name.</summary>
    public override string ToString() => $"{Kind} {Id}";
}

/// <summary>A sequence flow of a compiled process.</summary>
public sealed class ProcessFlow
{
    internal ProcessFlow(string id, string? name, ProcessNode source, ProcessNode target, FeelExpression? condition)
    {
        Id = id;
        Name = name;
        Source = source;
        Target = target;
        Condition = condition;
    }

    /// <summary>The element's id.</summary>
    public string Id { get; }

    /// <summary>Its label, if it has one.</summary>
    public string? Name { get; }

    /// <summary>Where it comes from.</summary>
    public ProcessNode Source { get; }

    /// <summary>Where it leads.</summary>
    public ProcessNode Target { get; }

    /// <summary>When it is taken; null always, or by default.</summary>
    public FeelExpression? Condition { get; }

    /// <summary>Is it the way taken when no condition holds?</summary>
    public bool IsDefault => Source.Default == this;
}
