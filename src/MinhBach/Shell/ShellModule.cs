using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace MinhBach.Shell;

/// <summary>The face of the product: layout, design system, languages, error pages, security headers.</summary>
public static class ShellModule
{
    /// <summary>The cookie that says who is signed in.</summary>
    public const string AccountCookie = "mb-account";

    // Of finished pages, all together; a page longer than a thirty-second of it is not kept.
    private const long KeptBytes = 32 << 20;

    /// <summary>Registers pages, words, validation messages and the shell's own menu entries.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        var words = new Words();
        services.AddSingleton(words);
        services.AddOptions<ShellOptions>();
        // Razor would otherwise write every Vietnamese letter as a numeric entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddRazorPages(pages => pages.RootDirectory = "/")
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, _) => new WordsLocalizer(words));
        services.AddSingleton<IConfigureOptions<MvcOptions>>(new ConfigureOptions<MvcOptions>(mvc =>
        {
            VietnameseBindingMessages.Set(mvc.ModelBindingMessageProvider, words);
            mvc.Filters.Add<LegiblePages>();
            mvc.ModelBinderProviders.Insert(0, new LocalDateBinderProvider(words));
        }));
        // After the framework's own providers, so that implied [Required] is seen too.
        services.PostConfigure<MvcOptions>(mvc => mvc.ModelMetadataDetailsProviders.Add(new VietnameseValidation()));
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new LegibleJson()));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PublicPage>();
        services.AddOutputCache(kept => (kept.SizeLimit, kept.MaximumBodySize) = (KeptBytes, KeptBytes / 32));
        services.AddOptions<OutputCacheOptions>().Configure<PublicPage>((kept, page) => kept.AddPolicy(PublicPage.Kept, page));
        // Over TLS too: what one person gets is never compressed.
        services.AddResponseCompression(o => (o.MimeTypes, o.EnableForHttps) = (["text/css", "text/javascript", "image/svg+xml", "text/html", "application/geo+json"], true));
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, PublicCompression>());
        services.AddOptions<AdmissionOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<AdmissionOptions>>((server, admission) => server.Limits.MaxConcurrentConnections = admission.Value.Connections);
        services.AddSingleton<AdmissionMeter>();
        services.AddSingleton<BusyPage>();
        services.AddApi();
        services.AddShellErrors();
        return services;
    }

    /// <summary>
    /// The front of the pipeline: security headers, language, admission, error pages, routing, kept pages, static files.
    /// Authentication and authorisation follow it.
    /// </summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseMiddleware<RequestTrace>();
        app.UseMiddleware<SecurityHeaders>();
        // Before the error pages, so that an error too is told in the asker's language and never in the server's.
        app.UseRequestLocalization();
        app.UseMiddleware<Admission>();
        app.UseMiddleware<LanguageChoice>();
        app.UseShellErrors();
        app.UseMiddleware<LegibleRequests>();
        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseMiddleware<PublicPageTag>();
        // Beside the program, whatever folder it was started from.
        // Polled, both switches: with one alone it makes a watcher all the same, of which Linux gives a user 128.
        app.Environment.WebRootFileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")) { UsePollingFileWatcher = true, UseActivePolling = true };
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = app.Environment.WebRootFileProvider,
            OnPrepareResponse = StaticFiles.Cache,
        });
        return app;
    }
}
