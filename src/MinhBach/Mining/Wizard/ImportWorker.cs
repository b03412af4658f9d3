using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using MinhBach.Kernel;
using MinhBach.Mining.Import;

namespace MinhBach.Mining.Wizard;

/// <summary>
/// Brings uploaded logs in, one after another, while people do other things. What was under way when the program ended goes on at the
/// next start.
/// </summary>
internal sealed class ImportWorker(StagedLogs staged, ImportLog import, ILogger<ImportWorker> log) : BackgroundService
{
    private readonly Channel<string> waiting = Channel.CreateUnbounded<string>();

    /// <summary>Has an upload brought in.</summary>
    public void Enqueue(StagedLog one, Actor by)
    {
        staged.Save(one with { By = by, Failure = null });
        waiting.Writer.TryWrite(one.Token);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var left in staged.Queued()) waiting.Writer.TryWrite(left.Token);
        try
        {
            await foreach (var token in waiting.Reader.ReadAllAsync(stoppingToken)) await RunAsync(token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task RunAsync(string token, CancellationToken stopping)
    {
        using var taken = staged.TryTake(token);
        if (taken is null || staged.Find(token) is not { IsQueued: true, By: { } by } one) return;
        try
        {
            await import.RunAsync(staged.PathOf(token), one.FileName, one.Map, by, WizardLimits.Log, cancellation: stopping);
            staged.Save(one with { IsDone = true });
            staged.DropFile(token);
        }
        catch (RuleBroken refused)
        {
            staged.Save(one with { Failure = StagedFailure.Of(refused) });
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            log.LogError(failure, "The log {Token} could not be brought in.", token);
            staged.Save(one with { Failure = new StagedFailure("Có lỗi trong lúc nạp; phần đã nạp vẫn còn. Bấm nạp lần nữa để đi tiếp.", []) });
        }
    }
}
