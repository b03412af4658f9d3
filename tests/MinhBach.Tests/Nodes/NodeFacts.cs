using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Edit;
using MinhBach.Procedures;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;

namespace MinhBach.Tests.Nodes;

/// <summary>Two processes on one PostgreSQL are one city.</summary>
public sealed class NodeFacts
{
    [Fact]
    public async Task What_one_node_changes_the_other_soon_knows()
    {
        await using var here = await TestCity.StartAsync(DatabaseKind.Postgres);
        await using var there = await here.JoinAsync();
        var ward = new Ward(here).Agency;
        var catalog = here.Service<ProcedureCatalog>();
        var version = catalog.All[0];

        await here.Service<ChangeAgency>().RunAsync(
            new() { Agency = ward.Id, Revision = ward.Revision, Name = "UBND phường Thử Nghiệm", From = here.Clock.Today(), Basis = "Nghị quyết thử" }, new Ward(here).As("quan-tri"));
        await here.Service<WriteLanes>().RunAsync(2, async session =>
        {
            var published = await VersionStore.PublishAsync(session, PreparedVersion.Of(version with { Code = "9.999999" }), Actor.System);
            session.OnCommitted(() => catalog.Add([published]));
            return true;
        });

        await EventuallyAsync(() => there.Service<OrganizationLookup>().Current.Agency(ward.Id).Name == "UBND phường Thử Nghiệm");
        await EventuallyAsync(() => there.Service<ProcedureCatalog>().Versions("9.999999").Count == 1);
    }

    [Fact]
    public async Task A_person_signed_in_at_one_node_is_known_at_the_other()
    {
        await using var here = await TestCity.StartAsync(DatabaseKind.Postgres);
        await using var there = await here.JoinAsync();
        using var officer = await here.SignInAsync("mot-cua");

        using var moved = there.Visitor(officer);

        Assert.Contains("Cán bộ tiếp nhận", (await moved.GetAsync("/tai-khoan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossiers_filed_at_both_are_numbered_once_and_without_a_gap()
    {
        await using var here = await TestCity.StartAsync(DatabaseKind.Postgres);
        await using var there = await here.JoinAsync();
        Ward[] wards = [new(here), new(there)];

        var filed = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => wards[i % 2].SubmitAsync("Người nộp " + i)));

        var numbers = filed.Select(change => int.Parse(change.Code[^4..], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, 60), numbers);
    }

    [Fact]
    public async Task A_dossier_is_worked_on_here_and_there_in_turn()
    {
        await using var here = await TestCity.StartAsync(DatabaseKind.Postgres);
        await using var there = await here.JoinAsync();
        var (at, elsewhere) = (new Ward(here), new Ward(there));

        // Each node remembers the dossier as it last left it.
        var filed = await at.SubmitAsync();
        await there.Service<ReceiveDossier>().RunAsync(filed.Id, elsewhere.As("mot-cua"));
        var back = await here.Service<CompleteStep>().RunAsync(filed.Id, 1, null, null, at.As("mot-cua"));

        Assert.Equal(DossierStatus.Processing, back.Status);
    }

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

    private static async Task EventuallyAsync(Func<bool> known)
    {
        for (var tries = 0; tries < 600 && !known(); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(known());
    }

    private sealed class Node : IAsyncDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("minhbach-node-");
        private readonly CityOptions options;
        private readonly WebApplication app;

        public Node(string connection)
        {
            options = new CityOptions { DataFolder = folder.FullName, Database = connection, Demo = false };
            app = City.Build(options, builder =>
            {
                builder.WebHost.UseTestServer();
                builder.SendNobodyAway();
            });
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
