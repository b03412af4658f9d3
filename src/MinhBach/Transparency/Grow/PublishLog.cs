using System.Diagnostics;
using MinhBach.Kernel;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Statistics;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>
/// Publishes what happens, within two seconds of its commit, beside the lanes. Whatever fails here, work goes on; the journal keeps
/// what is not published yet.
/// </summary>
internal sealed class PublishLog(EnterJournal enter, GrowLog grow, RepairLog repair, StatisticFiles statistics, LogHome home, LogPace pace, PublicLogStatus status, TimeProvider clock, ILogger<PublishLog> log) : IDisposable
{
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
        await statistics.MendAsync(cancellation);
        return status.Head.Size == 0 ? [] : await repair.RunAsync(new LogFolder(home.Folder), status.Head, cancellation);
    }, cancellation);

    /// <summary>Lets other nodes publish.</summary>
    public void Close() => grow.Close();

    /// <inheritdoc />
    public void Dispose() => working.Dispose();

    /// <summary>Publishes for about a second at most; whatever fails is told and left for later.</summary>
    public async Task<Published> TryAsync(CancellationToken stopping)
    {
        try
        {
            var outcome = await AloneAsync(() => StepAsync(stopping), stopping);
            if (outcome == Published.All && status.Head.Size > 0 && clock.Now() - checkedAt >= CheckedEvery) await CheckAsync(stopping);
            return outcome;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (stopping.IsCancellationRequested) return Published.All;
            grow.Close();
            // Another node publishes.
            if (failure is LogHeldException) return Published.Nothing;
            status.Rest(KeyOf(failure), failure.Message, clock.Now());
            log.LogError(failure, "The public log rests; it is tried again in 5 seconds. Work goes on, and the journal keeps what is not published.");
            return Published.Nothing;
        }
    }

    private async Task<Published> StepAsync(CancellationToken stopping)
    {
        await grow.OpenAsync(stopping);
        var began = Stopwatch.GetTimestamp();
        bool entered;
        do entered = await enter.RunAsync(stopping);
        while (entered && Stopwatch.GetElapsedTime(began) < ShownWithin && !pace.IsBusy);
        var whole = await grow.RunAsync(stopping);
        if (whole && status.Trouble is not null) status.GoOn();
        return entered || (!whole && status.Trouble is null) ? Published.Some : Published.All;
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
}

/// <summary>How far publication came.</summary>
internal enum Published
{
    /// <summary>Everything that there is.</summary>
    All,

    /// <summary>There is more.</summary>
    Some,

    /// <summary>Nothing: it failed, or another node publishes.</summary>
    Nothing,
}
