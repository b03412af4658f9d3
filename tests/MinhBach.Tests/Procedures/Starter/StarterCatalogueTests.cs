using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.Procedures.Process;
using MinhBach.Procedures.Starter;
using MinhBach.Testing;

namespace MinhBach.Tests.Procedures.Starter;

public sealed class StarterCatalogueTests
{
    private static readonly string[] Facts =
        ["code", "name", "term", "fees", "papers", "steps", "results", "legalBases", "form", "requirements", "levels", "onlineLevel"];

    private static readonly IReadOnlyList<ProcedureVersion> Procedures = StarterCatalogue.Read();

    [Fact]
    public void Codes_are_codes_and_stand_once_from_any_day()
    {
        Assert.All(Procedures, one => Assert.True(ProcedureCode.IsCode(one.Code), one.Code));
        Assert.Distinct(Procedures.Select(one => (one.Code, one.EffectiveFrom)));
    }

    [Fact]
    public void Every_term_that_is_written_is_readable() =>
        Assert.All(Procedures.SelectMany(one => one.Cases).SelectMany(one => one.Channels), channel =>
            Assert.True(channel.TermText is null || channel.Term is not null, channel.TermText));

    [Fact]
    public void Every_process_compiles_with_known_roles_within_the_shortest_term()
    {
        Assert.All(Procedures, one =>
        {
            Assert.NotEmpty(one.Steps);
            Assert.All(one.Steps, step =>
            {
                Assert.Contains(step.RoleKey, StepRoles.All);
                Assert.Contains(step.UnitRule, StepUnits.All);
                Assert.True(step.Hours > 0, $"{one.Code} {step.Name}");
            });
            Assert.True(PreparedVersion.Of(one).Version.ProcessXml.Length > 0);
        });
    }

    [Fact]
    public void Unverified_facts_are_named_as_the_pages_know_them() =>
        Assert.All(Procedures.SelectMany(one => one.Unverified), fact => Assert.Contains(fact, Facts));

    [Theory, BothDatabases]
    public async Task Installing_twice_installs_once(DatabaseKind kind)
    {
        await using var stand = await CatalogueStand.StartAsync(kind);
        Assert.Equal(Procedures.Count, await stand.Starter.RunAsync(Actor.System));
        Assert.Equal(0, await stand.Starter.RunAsync(Actor.System));
        await stand.Load.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await stand.Starter.RunAsync(Actor.System));
    }
}
