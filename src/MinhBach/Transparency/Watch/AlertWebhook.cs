using System.Net.Http.Json;
using MinhBach.Kernel;

namespace MinhBach.Transparency;

/// <summary>Posts each alert as JSON.</summary>
/// <param name="http">Posts. Its time-out is the caller's.</param>
/// <param name="address">Where to.</param>
internal sealed class AlertWebhook(HttpClient http, Uri address) : IAlertWay
{
    public async Task TellAsync(MonitorAlert alert, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(address, alert, KernelJson.Options, cancellation);
            if (!answer.IsSuccessStatusCode) throw new IOException(FormattableString.Invariant($"{address}: {(int)answer.StatusCode}"));
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IOException($"{address}: {failure.Message}", failure);
        }
    }
}
