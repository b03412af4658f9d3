using Microsoft.EntityFrameworkCore;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Procedures.Import;
using MinhBach.Testing;

namespace MinhBach.Tests.Dossiers;

/// <summary>The national and the defence catalogue: whatever they hold can be filed and is worked to its end.</summary>
public sealed class WholeCatalogueFacts
{
    [Fact]
    public Task Every_procedure_of_the_catalogue_is_filed_received_and_worked_to_its_end() =>
        WorkAsync(DatabaseKind.Sqlite, every: 1);

    [Fact]
    public Task On_PostgreSQL_each_kind_of_process_and_case_and_a_sample_of_the_rest() =>
        WorkAsync(DatabaseKind.Postgres, every: 20);

    private static async Task WorkAsync(DatabaseKind kind, int every)
    {
        await using var city = await TestCity.StartAsync(kind);
        var import = city.Service<ImportCatalogue>();
        var national = await import.RunAsync(SharedData.Find("procedures/national-2026/tthc.ndjson.gz"), Actor.System);
        var defence = await import.RunAsync(SharedData.Find("procedures/defence-2025/tthc_bqp.json"), Actor.System);
        Assert.Equal((2642, 207), (national.Records, defence.Records));

        var catalogue = city.Service<ProcedureCatalog>().All;
        var kinds = catalogue.DistinctBy(procedure => string.Join('>', procedure.Steps.Select(step => $"{step.RoleKey}@{step.UnitRule}")))
            .Concat(catalogue.DistinctBy(KindOfCases));
        var chosen = catalogue.Where((_, turn) => turn % every == 0).Union(kinds).ToList();
        var cases = chosen.SelectMany(procedure => procedure.Cases, (procedure, one) => (procedure, one)).ToList();
        var workforce = new Workforce(city);

        await workforce.SubmitAsync(cases);
        await workforce.WorkToTheEndAsync();

        var ends = await city.ScopedAsync<CityDb, List<(int Status, int? Outcome)>>(async db =>
            [.. (await db.Set<DossierRow>().Select(row => new { row.Status, row.Outcome }).ToListAsync()).Select(row => (row.Status, row.Outcome))]);
        Assert.True(chosen.Count >= 150, $"{chosen.Count} procedures");
        Assert.Equal(cases.Count, ends.Count);
        Assert.All(ends, end => Assert.Equal(((int)DossierStatus.Returned, (int?)DossierOutcome.Granted), end));
        TestContext.Current.SendDiagnosticMessage($"{kind}: {chosen.Count} procedures, {cases.Count} dossiers");
    }

    // What a case can differ in for the clock: the channels offered, and the unit in which each states its term, if it states one.
    private static string KindOfCases(ProcedureVersion procedure) => string.Join(';', procedure.Cases.Select(one =>
        $"{one.Term?.Unit}:{string.Join(',', one.Channels.Select(channel => $"{channel.Channel}{channel.Term?.Unit}"))}").Distinct(StringComparer.Ordinal));
}
