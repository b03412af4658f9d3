using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Benchmarks.Lighthouse;

/// <summary>What Google's Lighthouse says of the five pages that most people see, on its slow telephone with its slow line.</summary>
internal sealed class LighthouseBenchmark : IBenchmark
{
    private const string Program = "lighthouse@12.8.2";
    private const int DefaultDossiers = 2_000;
    private const int Attempts = 3;
    private static readonly string[] Categories = ["performance", "accessibility", "best-practices"];

    public string Verb => "lighthouse";

    public string About => "five main pages on a throttled telephone; needs npx and chromium";

    public async Task RunAsync(BenchmarkOptions options)
    {
        var folder = Path.Combine(KeptCity.Folder(options, options.Dossiers ?? DefaultDossiers), "sqlite");
        var (code, procedure) = await WhatToShowAsync(folder, options.Dossiers ?? DefaultDossiers);
        await using var city = await Served.StartAsync(Served.City, folder, "/");
        Console.WriteLine($"{"",-14}{"performance",13}{"accessibility",15}{"best practices",16}{"paint ms",10}{"KB",8}");
        foreach (var (name, path) in new[] { ("home", "/"), ("catalogue", "/thu-tuc"), ("procedure", "/thu-tuc/" + procedure), ("tracking", "/tra-cuu/" + code), ("figures", "/cong-khai") })
        {
            Seen? looked = null;
            // The browser's recording fails now and then.
            for (var attempt = 0; looked is null && attempt < Attempts; attempt++) looked = await LookAsync(city.Address + path);
            if (looked is not { } seen)
            {
                Console.WriteLine($"{name} is not measured: see above; needs npx and chromium.");
                continue;
            }

            Console.WriteLine(FormattableString.Invariant($"{name,-14}{seen.Scores[0],13}{seen.Scores[1],15}{seen.Scores[2],16}{seen.Paint,10:N0}{seen.Kilobytes,8:N1}"));
            foreach (var (category, score) in Categories.Zip(seen.Scores)) Console.WriteLine(FormattableString.Invariant($"ratio lighthouse-{name}-{category} {score} goal >=95"));
            Console.WriteLine(FormattableString.Invariant($"ratio lighthouse-{name}-paint-ms {seen.Paint:0} goal <=1000"));
            Console.WriteLine(FormattableString.Invariant($"ratio lighthouse-{name}-kb {seen.Kilobytes:0.#} goal <=100"));
        }
    }

    private static async Task<(string Code, string Procedure)> WhatToShowAsync(string folder, int dossiers)
    {
        await using var app = await KeptCity.OpenAsync(folder, dossiers, postgres: null);
        await using var scope = app.Services.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().Where(row => row.Status == (int)DossierStatus.Processing).OrderBy(row => row.Id).FirstAsync();
        return (open.Code, app.Services.GetRequiredService<ProcedureCatalog>().Version(new(open.VersionId)).Code);
    }

    // Null when there is no Lighthouse here.
    private static async Task<Seen?> LookAsync(string address)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("npx", ["--yes", Program, address, "--quiet", "--output=json", $"--output-path={file}", "--chrome-flags=--headless=new --no-sandbox", $"--only-categories={string.Join(',', Categories)}"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            start.Environment["CHROME_PATH"] = Environment.GetEnvironmentVariable("CHROME_PATH") ?? "/usr/bin/chromium";
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                Console.WriteLine(await errors + await output);
                return null;
            }

            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            var (categories, audits) = (report.RootElement.GetProperty("categories"), report.RootElement.GetProperty("audits"));
            double Figure(string audit) => audits.GetProperty(audit).GetProperty("numericValue").GetDouble();
            return new(
                [.. Categories.Select(category => (int)Math.Round(categories.GetProperty(category).GetProperty("score").GetDouble() * 100))],
                Figure("largest-contentful-paint"),
                Figure("total-byte-weight") / 1024);
        }
        catch (Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record Seen(IReadOnlyList<int> Scores, double Paint, double Kilobytes);
}
