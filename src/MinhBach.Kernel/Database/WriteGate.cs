namespace MinhBach.Kernel;

/// <summary>
/// One writer at a time on SQLite: the lane holds the gate while a batch is open, and whoever else must save waits here
/// instead of colliding. On PostgreSQL the gate stands open.
/// </summary>
public sealed class WriteGate(CityDatabase database) : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Waits for the gate; dispose of the answer to open it again.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellation = default)
    {
        if (database.Kind == DatabaseKind.Postgres) return Passage.Open;
        await free.WaitAsync(cancellation);
        return new Passage(free);
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private sealed class Passage(SemaphoreSlim? gate) : IDisposable
    {
        public static readonly Passage Open = new(null);
        private SemaphoreSlim? taken = gate;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Release();
    }
}
