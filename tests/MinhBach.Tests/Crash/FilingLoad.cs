using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

namespace MinhBach.Tests.Crash;

/// <summary>Callers that hand in dossiers one after another; whoever is refused tries the same again until it is acknowledged.</summary>
internal sealed class FilingLoad : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private readonly Task running;
    private int refused;

    public FilingLoad(WebApplication city, int callers = 8)
    {
        var agencies = city.Services.GetRequiredService<OrganizationLookup>().Current.Agencies.Where(agency => agency.Level == AgencyLevel.Commune).Take(3).ToList();
        var procedure = city.Services.GetRequiredService<ProcedureCatalog>().All.First(item => item.Field == "Hộ tịch");
        var submit = city.Services.GetRequiredService<SubmitDossier>();
        running = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => FileAsync(submit, procedure, agencies, caller))));
    }

    /// <summary>The codes that callers were told, by their key.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    /// <summary>How often a caller was refused and had to try again.</summary>
    public int Refused => Volatile.Read(ref refused);

    /// <summary>Waits until so many more are acknowledged than now.</summary>
    public async Task MoreAsync(int count, TimeSpan within)
    {
        var (begun, wanted) = (Stopwatch.StartNew(), acknowledged.Count + count);
        while (acknowledged.Count < wanted && begun.Elapsed < within) await Task.Delay(20);
        Assert.True(acknowledged.Count >= wanted, $"Only {acknowledged.Count} of {wanted} dossiers were acknowledged within {within}.");
    }

    /// <summary>Waits until somebody is refused.</summary>
    public async Task RefusedAsync(TimeSpan within)
    {
        var (begun, before) = (Stopwatch.StartNew(), Refused);
        while (Refused == before && begun.Elapsed < within) await Task.Delay(20);
        Assert.True(Refused > before, $"Nobody was refused within {within}.");
    }

    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stopping.Dispose();
    }

    private async Task FileAsync(SubmitDossier submit, ProcedureVersion procedure, List<Agency> agencies, int caller)
    {
        for (var number = 0; !stopping.IsCancellationRequested; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"load {caller} {number}");
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    var change = await submit.RunAsync(
                        new Submission
                        {
                            Version = procedure.Id,
                            CaseKey = procedure.Cases[0].Key,
                            Agency = agencies[(caller + number) % agencies.Count].Id,
                            Channel = Channel.Direct,
                            Applicant = new(ApplicantKind.Citizen, key),
                        },
                        Actor.System, new IdempotencyKey(key, key), receive: true);
                    acknowledged[key] = change.Code;
                    break;
                }
                catch (Exception failure) when (failure is QueueFull || DatabaseTrouble.IsUnavailable(failure))
                {
                    Interlocked.Increment(ref refused);
                    await Task.Delay(50);
                }
            }
        }
    }
}
