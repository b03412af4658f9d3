using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Edit;
using MinhBach.Procedures;
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

    private static async Task EventuallyAsync(Func<bool> known)
    {
        for (var tries = 0; tries < 100 && !known(); tries++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(known());
    }
}
