namespace MinhBach.ProcessMining;

/// <summary>The activities that a case completed, in order, in a buffer that is used again.</summary>
internal sealed class CompletedSteps
{
    private int[] _activities = new int[64];

    public ReadOnlySpan<int> Of(LogCase happened)
    {
        var events = happened.Events;
        if (events.Length > _activities.Length)
            _activities = new int[events.Length * 2];
        var count = 0;
        foreach (ref readonly var step in events)
        {
            if (step.Lifecycle == LogLifecycle.Complete)
                _activities[count++] = step.Activity;
        }
        return _activities.AsSpan(0, count);
    }
}
