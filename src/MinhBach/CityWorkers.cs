namespace MinhBach;

/// <summary>
/// Starts the modules' background work once the city serves: before that there is no schema to read, and while a demo city
/// is made nobody else may write.
/// </summary>
internal sealed class CityWorkers(IServiceProvider services, CityWorkers.List list, CityReadiness readiness, IHostApplicationLifetime lifetime, ILogger<CityWorkers> log)
    : IHostedService, IDisposable
{
    private readonly List<IHostedService> started = [];
    private readonly CancellationTokenSource stopping = new();
    private Task starting = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        starting = StartWhenReadyAsync();
        return readiness.IsReady ? starting : Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await starting;
        foreach (var worker in Enumerable.Reverse(started)) await worker.StopAsync(cancellationToken);
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Takes the background services that the modules have added out of the host's hands.</summary>
    public static void Hold(IServiceCollection services)
    {
        var held = services.Where(service => service.ServiceType == typeof(IHostedService)).ToList();
        foreach (var service in held) services.Remove(service);
        services.AddSingleton(new List(held));
        services.AddHostedService<CityWorkers>();
    }

    private async Task StartWhenReadyAsync()
    {
        await readiness.Ready.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested) return;
        foreach (var service in list.Services)
        {
            var worker = (IHostedService)(service.ImplementationFactory?.Invoke(services)
                ?? service.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(services, service.ImplementationType!));
            await worker.StartAsync(stopping.Token);
            started.Add(worker);
            if (worker is BackgroundService { ExecuteTask: { } running }) _ = WatchAsync(worker, running);
        }
    }

    // As the host does: background work that dies takes the program with it instead of leaving it half alive.
    private async Task WatchAsync(IHostedService worker, Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsFaulted) return;
        log.LogCritical(running.Exception, "Background work {Worker} failed; the program stops.", worker.GetType().Name);
        lifetime.StopApplication();
    }

    internal sealed record List(IReadOnlyList<ServiceDescriptor> Services);
}
