using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace MinhBach.Accounts;

/// <summary>Guessing passwords is slow, whatever account is tried. Looking at a page costs nothing.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    public static void Add(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, http =>
        {
            if (HttpMethods.IsGet(http.Request.Method)) return RateLimitPartition.GetNoLimiter("looking");
            var attempts = http.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.AttemptsPerMinute;
            return RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "local",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
        });
    }
}
