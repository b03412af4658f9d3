using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace MinhBach.Shell;

/// <summary>How much one caller may ask of the API.</summary>
public sealed class ApiLimitOptions
{
    /// <summary>Calls a minute and address (1–1,000,000). Default 600.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 600;

    /// <summary>Dossiers handed in a minute and address (1–1,000,000). Default 60.</summary>
    [Range(1, 1_000_000)]
    public int SubmissionsPerMinute { get; set; } = 60;
}

/// <summary>The API's rate limits; who asks too much gets 429 with Retry-After.</summary>
public static class ApiLimits
{
    /// <summary>Any call.</summary>
    public const string Policy = "api";

    /// <summary>Handing in a dossier.</summary>
    public const string Submissions = "api-submissions";

    internal static void Add(RateLimiterOptions limiter)
    {
        limiter.AddPolicy(Policy, http => Window(http, Policy, options => options.CallsPerMinute));
        limiter.AddPolicy(Submissions, http => Window(http, Submissions, options => options.SubmissionsPerMinute));
        limiter.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(30);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    }

    private static RateLimitPartition<string> Window(HttpContext http, string policy, Func<ApiLimitOptions, int> limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(policy + " " + (http.Connection.RemoteIpAddress?.ToString() ?? "local"), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit(http.RequestServices.GetRequiredService<IOptions<ApiLimitOptions>>().Value),
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });
}
