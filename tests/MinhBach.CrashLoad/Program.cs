using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

// Hands in dossiers as fast as they are taken, and says the code of each one once it is acknowledged, until it is killed.
// Arguments: data folder, name of this round, and for PostgreSQL the connection string.
var options = new CityOptions { DataFolder = args[0], Database = args.Length > 2 ? args[2] : null };
await using var app = City.Build(options, builder => builder.Logging.ClearProviders());
await CityStart.FillAsync(app, options, plan: null, new Progress<StartProgress>());
var agencies = app.Services.GetRequiredService<OrganizationLookup>().Current.Agencies.Where(agency => agency.Level == AgencyLevel.Commune).Take(3).ToList();
var procedure = app.Services.GetRequiredService<ProcedureCatalog>().All.First(item => item.Field == "Hộ tịch");
var submit = app.Services.GetRequiredService<SubmitDossier>();
var said = new Lock();
await Task.WhenAll(Enumerable.Range(0, 32).Select(async caller =>
{
    for (var number = 0; ; number++)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"crash {args[1]} {caller} {number}");
        var change = await submit.RunAsync(
            new Submission
            {
                Version = procedure.Id,
                CaseKey = procedure.Cases[0].Key,
                Agency = agencies[(caller + number) % agencies.Count].Id,
                Channel = Channel.Direct,
                Applicant = new(ApplicantKind.Citizen, key),
            },
            Actor.System,
            new IdempotencyKey(key, key),
            receive: true);
        lock (said) Console.Out.WriteLine(change.Code);
    }
}));
