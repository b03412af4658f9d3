using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MinhBach;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

// Hands in dossiers as fast as they are taken, and says the code of each one once it is acknowledged, until it is killed
// or kills itself at a chosen moment, a while after it has said a few.
// Arguments: data folder, name of this round, the moment, and for PostgreSQL the connection string.
var options = new CityOptions { DataFolder = args[0], Urls = "http://127.0.0.1:0", Database = args.Length > 3 ? args[3] : null };
var moment = args[2];
await using var app = City.Build(options, builder => builder.Logging.ClearProviders());
await app.StartAsync();
await CityStart.FillAsync(app, options, plan: null, new Progress<StartProgress>());
var agencies = app.Services.GetRequiredService<OrganizationLookup>().Current.Agencies.Where(agency => agency.Level == AgencyLevel.Commune).Take(3).ToList();
var procedure = app.Services.GetRequiredService<ProcedureCatalog>().All.First(item => item.Field == "Hộ tịch");
var submit = app.Services.GetRequiredService<SubmitDossier>();
const int Few = 20;
var said = new Lock();
var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
var count = 0;
var killing = app.Services.GetRequiredService<WriteLanes>();
_ = moment switch
{
    "before-commit" => KillAsync(session => Die()),
    "after-commit" => KillAsync(session => session.OnCommitted(Die)),
    "checkpoint" => Task.Run(CheckpointAsync),
    _ => Task.CompletedTask,
};
await Task.WhenAll(Enumerable.Range(0, 32).Select(async caller =>
{
    for (var number = 0; ; number++)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"crash {args[1]} {caller} {number}");
        var change = await SubmitAsync(key, agencies[(caller + number) % agencies.Count]);
        lock (said)
        {
            Console.Out.WriteLine(change.Code);
            if (++count == Few) enough.SetResult();
        }
    }
}));

// As a caller does who is told to come back: the same again, with the same key.
async Task<DossierChange> SubmitAsync(string key, Agency agency)
{
    while (true)
    {
        try
        {
            return await submit.RunAsync(
                new Submission { Version = procedure.Id, CaseKey = procedure.Cases[0].Key, Agency = agency.Id, Channel = Channel.Direct, Applicant = new(ApplicantKind.Citizen, key) },
                Actor.System,
                new IdempotencyKey(key, key),
                receive: true);
        }
        catch (Exception failure) when (failure is QueueFull || DatabaseTrouble.IsUnavailable(failure))
        {
            await Task.Delay(50);
        }
    }
}

// Among commands that have written, or been committed, and not been answered.
async Task KillAsync(Action<WriteSession> die)
{
    await enough.Task;
    await Task.Delay(Random.Shared.Next(1200));
    await killing.RunAsync(Random.Shared.Next(), async session =>
    {
        await session.AppendAsync("crash", Random.Shared.NextInt64(1, long.MaxValue), null, new MinhBach.Procedures.CatalogueImported("crash", 0, 0, 0, 0, 0), Actor.System);
        die(session);
        return true;
    });
}

async Task CheckpointAsync()
{
    while (true)
    {
        await using var connection = await app.Services.GetRequiredService<CityDatabase>().OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = options.Database is null ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT";
        await command.ExecuteNonQueryAsync();
    }
}

// SIGKILL: nothing is flushed, nobody is told.
static void Die() => System.Diagnostics.Process.GetCurrentProcess().Kill();
