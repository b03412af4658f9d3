namespace MinhBach.Kernel;

/// <summary>Rings when a batch with journal entries was committed on this node.</summary>
public sealed class JournalSignal
{
    private volatile TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next commit.</summary>
    public Task Next => source.Task;

    internal void Ring() => Interlocked.Exchange(ref source, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
