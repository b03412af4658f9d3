using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Shell;

/// <summary>Kind pages for people, RFC 9457 problems for programs under /api.</summary>
internal static class ShellErrors
{
    public static IServiceCollection AddShellErrors(this IServiceCollection services) =>
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemWords.Complete);

    public static void UseShellErrors(this WebApplication app)
    {
        app.UseWhen(IsApi, api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions
            {
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = error => IsExpected(error.Exception),
            });
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/loi",
                StatusCodeSelector = StatusOf,
                AllowStatusCode404Response = true,
                SuppressDiagnosticsCallback = error => IsExpected(error.Exception),
            });
            pages.UseStatusCodePagesWithReExecute("/loi");
        });
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        RuleBroken or DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        QueueFull => StatusCodes.Status503ServiceUnavailable,
        _ when DatabaseTrouble.IsUnavailable(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    // Only what is our fault belongs in the log as an error.
    private static bool IsExpected(Exception error) => StatusOf(error) != StatusCodes.Status500InternalServerError;
}
