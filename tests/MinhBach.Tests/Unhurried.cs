using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Shell;

namespace MinhBach.Tests;

/// <summary>Many cities share the threads of a test process: what one of them finds waiting there is none of its own.</summary>
internal static class Unhurried
{
    /// <summary>A server without a city; like the product's it does not watch its settings' files, of which Linux lets a user watch 128.</summary>
    public static WebApplicationOptions Alone => new()
    {
        ApplicationName = "minhbach",
        EnvironmentName = "Production",
        Args = ["--hostBuilder:reloadConfigOnChange=false"],
    };

    public static void SendNobodyAway(this WebApplicationBuilder builder) =>
        builder.Services.Configure<AdmissionOptions>(limits => (limits.AtOnce, limits.Waiting) = (10_000, 100_000));
}
