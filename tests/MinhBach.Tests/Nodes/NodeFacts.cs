using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Edit;
using MinhBach.Procedures;
using MinhBach.Testing;

namespace MinhBach.Tests.Nodes;

/// <summary>Several nodes on one PostgreSQL.</summary>
public sealed class NodeFacts
{
    [Fact]
    public async Task Nodes_that_start_together_on_an_empty_database_make_one_city()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var first = new Node(database.ConnectionString);
        await using var second = new Node(database.ConnectionString);
        await using var third = new Node(database.ConnectionString);

        await Task.WhenAll(first.FillAsync(), second.FillAsync(), third.FillAsync());

        foreach (var node in (Node[])[first, second, third])
        {
            await node.Service<OrganizationLoader>().LoadAsync(TestContext.Current.CancellationToken);
            var codes = node.Service<OrganizationLookup>().Current.Agencies.Select(agency => agency.Code).ToList();
            Assert.NotEmpty(codes);
            Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
            var versions = await node.Service<VersionStore>().AllAsync(TestContext.Current.CancellationToken);
            Assert.NotEmpty(versions);
            Assert.Equal(versions.Count, versions.DistinctBy(version => (version.Code, version.EffectiveFrom)).Count());
        }
    }

    [Fact]
    public async Task What_one_node_changes_the_others_know_without_a_restart()
    {
        await using var city = await TestCity.StartAsync(DatabaseKind.Postgres);
        await using var other = new Node(city.Service<CityDatabase>().ConnectionString);
        await other.FillAsync();
        var catalog = city.Service<ProcedureCatalog>();
        var procedure = catalog.All[0];

        await city.Service<AddAgency>().RunAsync(
            new() { Code = "99998", Identifier = "H26.998", Name = "UBND xã Thử", Level = AgencyLevel.Commune, From = new(2026, 1, 1), Basis = "NQ 1/2026" },
            Actor.System,
            TestContext.Current.CancellationToken);
        await city.Service<WriteLanes>().RunAsync(
            0,
            session => VersionStore.PublishAsync(session, PreparedVersion.Of(procedure with { EffectiveFrom = procedure.EffectiveFrom.PlusDays(1) }), Actor.System),
            TestContext.Current.CancellationToken);

        await Eventually(() => other.Service<OrganizationLookup>().Current.AgencyByCode("99998") is not null);
        await Eventually(() => other.Service<ProcedureCatalog>().Versions(procedure.Code).Count == 2);
        // The node that published learns of its own version the same way when nobody tells it at once.
        await Eventually(() => catalog.Versions(procedure.Code).Count == 2);
    }

    private static async Task Eventually(Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo() && watch.Elapsed < TimeSpan.FromSeconds(30)) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(isSo());
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("minhbach-node-");
        private readonly CityOptions options;
        private readonly WebApplication app;

        public Node(string connection)
        {
            options = new CityOptions { DataFolder = folder.FullName, Database = connection, Demo = false };
            app = City.Build(options, builder => builder.WebHost.UseTestServer());
        }

        public T Service<T>()
            where T : notnull => app.Services.GetRequiredService<T>();

        public async Task FillAsync()
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
            await CityStart.FillAsync(app, options, plan: null, new Progress<StartProgress>(), TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }
}
