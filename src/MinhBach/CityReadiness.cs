namespace MinhBach;

/// <summary>What is being done before the city serves.</summary>
/// <param name="Sentence">A Vietnamese sentence for the words, with places.</param>
/// <param name="Share">How much of it is done, 0 to 1; null when nobody can say.</param>
/// <param name="Values">Values for the places.</param>
public sealed record StartProgress(string Sentence, double? Share = null, params object[] Values);

/// <summary>Whether the city serves yet, and how far its preparation is.</summary>
public sealed class CityReadiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StartProgress progress = new("Đang khởi động");

    /// <summary>Completes when the city serves.</summary>
    public Task Ready => ready.Task;

    /// <summary>Whether the city serves.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>What is being done now.</summary>
    public StartProgress Progress => Volatile.Read(ref progress);

    /// <summary>Tells what is being done now.</summary>
    public void Report(StartProgress now) => Volatile.Write(ref progress, now);

    /// <summary>Opens the city.</summary>
    public void Open() => ready.TrySetResult();
}
