using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>
/// Publishes what happens, within two seconds of its commit, beside the lanes. Whatever fails here, work goes on; the journal keeps
/// what is not published yet.
/// </summary>
internal sealed class LogWorker(EnterJournal enter, GrowLog grow, RepairLog repair, LogHome home, PublicLogStatus status, JournalSignal signal, TimeProvider clock, ILogger<LogWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AtLatest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShownWithin = TimeSpan.FromSeconds(1);
    private static readonly Duration CheckedEvery = Duration.FromDays(1);

    private readonly SemaphoreSlim working = new(1);
    private Instant checkedAt;

    /// <summary>Publishes everything that is in the journal now.</summary>
    public Task CatchUpAsync(CancellationToken cancellation = default) => AloneAsync(async () =>
    {
        await grow.OpenAsync(cancellation);
        while (await enter.RunAsync(cancellation))
        {
        }

        while (!await grow.RunAsync(cancellation) && status.Trouble is null)
        {
        }
    }, cancellation);

    /// <summary>Looks at every file and mends what is broken; answers what was.</summary>
    public Task<IReadOnlyList<LogDamage>> CheckAsync(CancellationToken cancellation = default) => AloneAsync(async () =>
    {
        checkedAt = clock.Now();
        return status.Head.Size == 0 ? [] : await repair.RunAsync(new LogFolder(home.Folder), status.Head, cancellation);
    }, cancellation);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        grow.Close();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        working.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Next;
            var began = Stopwatch.GetTimestamp();
            var pause = await TryAsync(stoppingToken) switch
            {
                // A long history is not worth anybody's waiting: as much rest as work.
                Outcome.More => Stopwatch.GetElapsedTime(began),
                Outcome.Failed => TryAgainAfter,
                _ => GatherTime,
            };
            if (pause == GatherTime) await Task.WhenAny(seen, Task.Delay(AtLatest, stoppingToken));
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Outcome> TryAsync(CancellationToken stopping)
    {
        try
        {
            var outcome = await AloneAsync(() => StepAsync(stopping), stopping);
            if (outcome == Outcome.Done && status.Head.Size > 0 && clock.Now() - checkedAt >= CheckedEvery) await CheckAsync(stopping);
            return outcome;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (stopping.IsCancellationRequested) return Outcome.Done;
            grow.Close();
            // Another node publishes.
            if (failure is LogHeldException) return Outcome.Failed;
            status.Rest(KeyOf(failure), failure.Message, clock.Now());
            log.LogError(failure, "The public log rests; it is tried again in 5 seconds. Work goes on, and the journal keeps what is not published.");
            return Outcome.Failed;
        }
    }

    private async Task<Outcome> StepAsync(CancellationToken stopping)
    {
        await grow.OpenAsync(stopping);
        var began = Stopwatch.GetTimestamp();
        var entered = true;
        while (entered && Stopwatch.GetElapsedTime(began) < ShownWithin) entered = await enter.RunAsync(stopping);
        var whole = await grow.RunAsync(stopping);
        if (whole && status.Trouble is not null) status.GoOn();
        return entered || (!whole && status.Trouble is null) ? Outcome.More : Outcome.Done;
    }

    private static string KeyOf(Exception failure) => failure switch
    {
        ClockSetBackException => PublicLogTrouble.Clock,
        LogException => PublicLogTrouble.Spoilt,
        _ => PublicLogTrouble.Failing,
    };

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await working.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            working.Release();
        }
    }

    private Task AloneAsync(Func<Task> work, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            await work();
            return true;
        },
        cancellation);

    private enum Outcome
    {
        Done,
        More,
        Failed,
    }
}
