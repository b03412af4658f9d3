using System.Text.Json;

namespace MinhBach.Kernel;

internal abstract class WriteRequest
{
    public abstract bool IsAnswered { get; }

    public abstract ValueTask RunAsync(WriteSession session);

    public abstract void Answer();

    public abstract void Fail(Exception failure);
}

internal sealed class WriteRequest<T>(Func<WriteSession, ValueTask<T>> work, IdempotencyKey? key) : WriteRequest
{
    private readonly TaskCompletionSource<T> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? answer;

    public Task<T> Task => answered.Task;

    public override bool IsAnswered => answered.Task.IsCompleted;

    public override async ValueTask RunAsync(WriteSession session) =>
        answer = key is null ? await work(session) : await OnceAsync(session, key);

    public override void Answer() => answered.TrySetResult(answer!);

    public override void Fail(Exception failure) => answered.TrySetException(failure);

    private async ValueTask<T> OnceAsync(WriteSession session, IdempotencyKey once)
    {
        var first = await session.Sql("SELECT fingerprint, answer FROM kernel_idempotency WHERE key = $1").With(once.Key)
            .FirstAsync(row => new { Fingerprint = row.GetString(0), Answer = row.GetString(1) });
        if (first is not null)
        {
            return first.Fingerprint == once.Fingerprint
                ? JsonSerializer.Deserialize<T>(first.Answer, KernelJson.Options)!
                : throw new RuleBroken("idempotency.mismatch", "Khóa chống gửi lặp này đã được dùng cho một yêu cầu khác.");
        }

        var made = await work(session);
        await session.Sql("INSERT INTO kernel_idempotency (key, at, fingerprint, answer) VALUES ($1, $2, $3, $4)")
            .With(once.Key).With(session.Now).With(once.Fingerprint).With(JsonSerializer.Serialize(made, KernelJson.Options)).RunAsync();
        return made;
    }
}
