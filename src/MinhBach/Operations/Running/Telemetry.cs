using MinhBach.Kernel;
using MinhBach.Shell;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MinhBach.Operations;

/// <summary>
/// Sends traces and metrics by OTLP to the collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names; without it nothing is
/// gathered. The other <c>OTEL_</c> variables are the exporter's own.
/// </summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    // As what they are kept for: without a collector none of the libraries is loaded, which every start would wait for.
    private IDisposable? traces;
    private IDisposable? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 }) Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    private void Begin()
    {
        var resource = ResourceBuilder.CreateDefault().AddService("minhbach");
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(KernelMeter.Name, AdmissionMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
            .AddOtlpExporter().Build();
    }
}
