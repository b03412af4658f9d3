namespace MinhBach.Bpmn;

/// <summary>What a host asks of a running process.</summary>
public abstract record ProcessCommand;

/// <summary>Begin.</summary>
/// <param name="Variables">The first variables.</param>
public sealed record StartProcess(FeelContext? Variables = null) : ProcessCommand;

/// <summary>A person or a service has done the work.</summary>
/// <param name="TaskNo">The open task.</param>
/// <param name="Variables">What came of it; set before the flow goes on.</param>
public sealed record CompleteTask(int TaskNo, FeelContext? Variables = null) : ProcessCommand;

/// <summary>A timer is due.</summary>
/// <param name="TimerNo">The armed timer.</param>
public sealed record FireTimer(int TimerNo) : ProcessCommand;

/// <summary>A message has come.</summary>
/// <param name="Name">Its name, as the model has it.</param>
/// <param name="Variables">What it brings; set before the flow goes on.</param>
public sealed record ReceiveMessage(string Name, FeelContext? Variables = null) : ProcessCommand;

/// <summary>Return an open task to an earlier step, or move it elsewhere on the same level.</summary>
/// <param name="TaskNo">The open task, which is cancelled.</param>
/// <param name="NodeId">Where the flow goes on.</param>
/// <param name="CancelOthers">Also cancel whatever else is open on that level: needed to return to before a parallel split.</param>
public sealed record JumpTo(int TaskNo, string NodeId, bool CancelOthers = false) : ProcessCommand;

/// <summary>Stop the whole process.</summary>
/// <param name="Reason">Why.</param>
public sealed record CancelProcess(string Reason) : ProcessCommand;
