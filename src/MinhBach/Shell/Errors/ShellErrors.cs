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
            api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
            api.UseStatusCodePages();
        });
        app.UseWhen(http => !IsApi(http), pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/loi",
                StatusCodeSelector = StatusOf,
                AllowStatusCode404Response = true,
            });
            pages.UseStatusCodePagesWithReExecute("/loi");
        });
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };
}
