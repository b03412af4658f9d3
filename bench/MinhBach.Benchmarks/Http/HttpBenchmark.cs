using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;

namespace MinhBach.Benchmarks.Http;

/// <summary>Pages and an application over HTTP, against an endpoint of the same web server that does nothing.</summary>
internal sealed class HttpBenchmark : IBenchmark
{
    private const int DefaultDossiers = 2_000;
    private const string Nothing = "empty endpoint";
    private const string NothingPosted = "empty endpoint, POST";
    private const string Tracking = "tracking page, rendered";
    private const string Procedure = "procedure page, rendered";
    private const string TrackingKept = "tracking page, kept";
    private const string ProcedureKept = "procedure page, kept";
    private const string Post = "POST of an application";

    public string Verb => "http";

    public string About => "pages and applications over HTTP against an empty endpoint; needs wrk";

    public async Task RunAsync(BenchmarkOptions options)
    {
        if (!Wrk.IsHere())
        {
            Console.WriteLine("HTTP is not measured: wrk is not installed (Debian: apt-get install wrk).");
            return;
        }

        var folder = Path.Combine(KeptCity.Folder(options, options.Dossiers ?? DefaultDossiers), "sqlite");
        var (tracking, procedure, application) = await WhatToAskAsync(folder, options.Dossiers ?? DefaultDossiers);
        // The kept city stays as large as its name says: what is handed in goes to a copy.
        var served = Path.Combine(Path.GetDirectoryName(folder)!, "served");
        Copy(folder, served);
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = [==[{application}]==]\n");
        try
        {
            await using var nothing = await Served.StartAsync(Served.Nothing, folder: null, "/");
            await using var city = await Served.StartAsync(Served.City, served, tracking);
            Console.WriteLine(FormattableString.Invariant($"{options.Dossiers ?? DefaultDossiers:N0} dossiers, SQLite; 16 connections"));
            await Wrk.WarmUpAsync(nothing, "/");
            await Wrk.WarmUpAsync(city, tracking, kept: false);
            await Wrk.WarmUpAsync(city, procedure, kept: false);
            await Wrk.WarmUpAsync(nothing, "/", script);
            await Wrk.WarmUpAsync(city, "/api/v1/dossiers", script);
            var turns = new Turns(options.Rounds);
            turns.Add(Nothing, () => Wrk.RunAsync(nothing, "/"));
            turns.Add(Tracking, () => Wrk.RunAsync(city, tracking, kept: false));
            turns.Add(Procedure, () => Wrk.RunAsync(city, procedure, kept: false));
            turns.Add(TrackingKept, () => Wrk.RunAsync(city, tracking));
            turns.Add(ProcedureKept, () => Wrk.RunAsync(city, procedure));
            turns.Add(NothingPosted, () => Wrk.RunAsync(nothing, "/", script));
            turns.Add(Post, () => Wrk.RunAsync(city, "/api/v1/dossiers", script));
            await turns.RunAsync();
            turns.Ratio("http-tracking/empty", Tracking, Nothing, ">=0.35");
            turns.Ratio("http-procedure/empty", Procedure, Nothing, ">=0.35");
            turns.Ratio("http-tracking-kept/empty", TrackingKept, Nothing, ">=0.85");
            turns.Ratio("http-procedure-kept/empty", ProcedureKept, Nothing, ">=0.85");
            turns.Ratio("http-post/empty", Post, NothingPosted, ">=0.25");
            Console.WriteLine(FormattableString.Invariant($"ratio http-start-s {city.Start.TotalSeconds:0.##} goal <=3"));
            Console.WriteLine(FormattableString.Invariant($"ratio http-memory-mb {city.Megabytes():0} goal <=400"));
        }
        finally
        {
            File.Delete(script);
            Directory.Delete(served, recursive: true);
        }
    }

    private static void Copy(string folder, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var part in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(folder, part)));
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)) File.Copy(file, Path.Combine(to, Path.GetRelativePath(folder, file)));
    }

    // The city is opened here to find a dossier, and closed again: a folder is served by one process.
    private static async Task<(string Tracking, string Procedure, string Application)> WhatToAskAsync(string folder, int dossiers)
    {
        await using var app = await KeptCity.OpenAsync(folder, dossiers, postgres: null);
        await using var scope = app.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>();
        var open = await rows.Where(row => row.Status == (int)DossierStatus.Processing).OrderBy(row => row.Id).FirstAsync();
        var catalog = app.Services.GetRequiredService<ProcedureCatalog>();
        var map = app.Services.GetRequiredService<OrganizationLookup>().Current;
        var demand = new Demand(catalog, map, seed: 1, app.Services.GetRequiredService<TimeProvider>().Now().DateInCity());
        var dice = Dice.For(seed: 1, index: 1);
        var want = demand.Draw(dice);
        while (want.Channel != Channel.Online) want = demand.Draw(dice);
        var application = ApplicationText.Of(want, dice);
        return ($"/tra-cuu/{open.Code}", $"/thu-tuc/{want.Procedure.Code}", application);
    }
}
