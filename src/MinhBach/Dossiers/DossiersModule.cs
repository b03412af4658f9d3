using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Dossiers.Api;
using MinhBach.Kernel;

namespace MinhBach.Dossiers;

/// <summary>Puts dossiers into the application.</summary>
public static class DossiersModule
{
    /// <summary>Adds the verbs, the lookups and the clock of dossiers.</summary>
    public static IServiceCollection AddDossiers(this IServiceCollection services)
    {
        services.AddSingleton<ITableMap, DossierTables>();
        services.AddSingleton(new JournalStream(DossierEvent.Stream, "SELECT id, last_sequence FROM dossiers_dossier"));
        services.AddSingleton<DossierDesk>();
        services.AddSingleton<SubmitDossier>().AddSingleton<ReceiveDossier>().AddSingleton<DeclineDossier>();
        services.AddSingleton<RequestSupplement>().AddSingleton<SupplyPapers>();
        services.AddSingleton<ClaimStep>().AddSingleton<HandOverStep>().AddSingleton<CompleteStep>().AddSingleton<ReturnStep>();
        services.AddSingleton<AskOpinion>().AddSingleton<GiveOpinion>();
        services.AddSingleton<ExtendDueDate>().AddSingleton<RefuseDossier>().AddSingleton<ReturnResult>();
        services.AddSingleton<WithdrawDossier>().AddSingleton<StopDossier>();
        services.AddSingleton<AskPayment>().AddSingleton<ConfirmPayment>();
        services.AddSingleton<FindError>().AddSingleton<CorrectError>();
        services.AddSingleton<WakeDossier>();
        services.AddSingleton<TrackingSecrets>();
        services.AddSingleton<DossierTimers>();
        services.AddHostedService(provider => provider.GetRequiredService<DossierTimers>());
        services.AddSingleton<DossierLookup>();
        services.AddSingleton<TrackedPages>();
        services.AddOptions<OutputCacheOptions>().Configure<TrackedPages>((kept, pages) => kept.AddPolicy(TrackedPages.Kept, pages));
        services.AddCitizenSide();
        services.AddSingleton<Check.CheckDossiers>();
        services.AddScoped<NewDossierChecks>();
        services.AddScoped<DossierCaller>();
        services.AddOfficialSide();
        return services;
    }

    /// <summary>Maps what is no page: the files of dossiers and drafts, and the API.</summary>
    public static IEndpointRouteBuilder MapDossiers(this IEndpointRouteBuilder routes)
    {
        routes.MapFiles();
        routes.MapDossiersApi();
        return routes;
    }
}
