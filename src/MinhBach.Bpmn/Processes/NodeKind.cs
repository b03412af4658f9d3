namespace MinhBach.Bpmn;

/// <summary>The kinds of nodes that are executed.</summary>
public enum NodeKind
{
    /// <summary>Where a process or subprocess begins.</summary>
    StartEvent,

    /// <summary>Where a branch ends.</summary>
    EndEvent,

    /// <summary>An end that sends a message.</summary>
    MessageEndEvent,

    /// <summary>An end that takes everything else of its process or subprocess with it.</summary>
    TerminateEndEvent,

    /// <summary>An end that raises an error for a boundary event further out.</summary>
    ErrorEndEvent,

    /// <summary>Work of a person.</summary>
    UserTask,

    /// <summary>Work of a person outside the system; told like a user task.</summary>
    ManualTask,

    /// <summary>Work of another system: waits until it is completed.</summary>
    ServiceTask,

    /// <summary>Sends a message and goes on.</summary>
    SendTask,

    /// <summary>Waits for a message.</summary>
    ReceiveTask,

    /// <summary>One way of several.</summary>
    ExclusiveGateway,

    /// <summary>All ways at once; all must arrive.</summary>
    ParallelGateway,

    /// <summary>One or more ways; all that were taken must arrive.</summary>
    InclusiveGateway,

    /// <summary>Whatever happens first.</summary>
    EventGateway,

    /// <summary>Waits for a time.</summary>
    TimerCatchEvent,

    /// <summary>Waits for a message.</summary>
    MessageCatchEvent,

    /// <summary>A milestone; nothing happens.</summary>
    ThrowEvent,

    /// <summary>Sends a message and goes on.</summary>
    MessageThrowEvent,

    /// <summary>A time while an activity is open.</summary>
    TimerBoundaryEvent,

    /// <summary>A message while an activity is open.</summary>
    MessageBoundaryEvent,

    /// <summary>An error out of a subprocess.</summary>
    ErrorBoundaryEvent,

    /// <summary>A process within a process.</summary>
    SubProcess,
}
