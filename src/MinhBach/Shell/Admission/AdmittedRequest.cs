namespace MinhBach.Shell;

/// <summary>
/// A request that takes one of the places for those being answered (a feature of its context). What stays open for long and
/// mostly waits, such as a stream of events, gives its place back once it has begun, and is bounded by whoever serves it.
/// </summary>
public sealed class AdmittedRequest
{
    private Action? leave;

    internal AdmittedRequest(Action leave) => this.leave = leave;

    /// <summary>Gives the place back; again does nothing.</summary>
    public void Leave() => Interlocked.Exchange(ref leave, null)?.Invoke();
}
