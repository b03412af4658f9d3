using System.Text.Json;

namespace MinhBach.Kernel;

internal abstract class WriteRequest
{
    public abstract bool IsAnswered { get; }

    /// <summary>The key against repetition; null when the command has none.</summary>
    public abstract string? Key { get; }

    public abstract ValueTask RunAsync(WriteSession session);

    public abstract void Answer();

    public abstract void Fail(Exception failure);
}

internal sealed class WriteRequest<T>(Func<WriteSession, ValueTask<T>> work, IdempotencyKey? key) : WriteRequest
{
    private readonly TaskCompletionSource<T> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Task => answered.Task;

    public override string? Key => key?.Key;

    public override bool IsAnswered => answered.Task.IsCompleted;

    public override async ValueTask RunAsync(WriteSession session) =>
        answer = key is null ? await work(session) : await OnceAsync(session, key);

    public override void Answer() => answered.TrySetResult(answer!);

    public override void Fail(Exception failure) => answered.TrySetException(failure);

    private async ValueTask<T> OnceAsync(WriteSession session, IdempotencyKey once)
    {
        if (await session.AnswerToAsync(once.Key) is { } first)
        {
            return first.Fingerprint == once.Fingerprint
                ? JsonSerializer.Deserialize<T>(first.Answer, KernelJson.Options)!
                : throw new RuleBroken("idempotency.mismatch", "Khóa chống gửi lặp này đã được dùng cho một yêu cầu khác.");
        }

        var made = await work(session);
        await session.KeepAnswerAsync(once.Key, new(once.Fingerprint, JsonSerializer.Serialize(made, KernelJson.Options)));
        return made;
    }
}
