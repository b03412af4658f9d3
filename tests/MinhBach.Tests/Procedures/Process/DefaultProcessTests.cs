using MinhBach.Procedures;
using MinhBach.Procedures.Process;

namespace MinhBach.Tests.Procedures.Process;

public sealed class DefaultProcessTests
{
    public static TheoryData<decimal> Terms => [0.1m, 0.5m, 1, 4, 8, 24, 56, 160, 1000];

    [Theory, MemberData(nameof(Terms))]
    public void Steps_take_exactly_the_term_and_each_takes_something(decimal hours)
    {
        foreach (var kind in Enum.GetValues<ProcessKind>())
        {
            var steps = StepPlanner.Plan(ProcessTemplates.For(kind), hours);
            Assert.Equal(hours, steps.Sum(step => step.Hours));
            Assert.All(steps, step => Assert.True(step.Hours > 0));
        }
    }

    [Fact]
    public void Every_template_compiles_and_uses_known_roles_and_units()
    {
        foreach (var kind in Enum.GetValues<ProcessKind>())
        {
            var steps = StepPlanner.Plan(ProcessTemplates.For(kind), 56);
            var compiled = ProcessDrawing.Compile(ProcessDrawing.Xml("1.000001", "Thử", steps));
            Assert.True(compiled.Succeeded, string.Join("; ", compiled.Problems));
            Assert.Equal(steps.Count, compiled.Model!.Steps.Count);
            Assert.All(steps, step =>
            {
                Assert.Contains(step.RoleKey, StepRoles.All);
                Assert.Contains(step.UnitRule, StepUnits.All);
            });
        }
    }
}
