using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record ChangeUnitInput
{
    public required UnitId Unit { get; init; }
    public required long Revision { get; init; }
    public required string Name { get; init; }
    public required LocalDate From { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
}

/// <summary>Renames a unit from a day on, or corrects its telephone and fields. The old name stays for old papers.</summary>
internal sealed class ChangeUnit(OrganizationWork work)
{
    public Task<UnitId> RunAsync(ChangeUnitInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<UnitId>(actor, async writer =>
        {
            var old = Rules.Found(writer.Map.FindUnit(input.Unit));
            Rules.Standing(old.Stands(writer.Today));
            Rules.SameRevision(old.Revision, input.Revision);
            Rules.NotAfterToday(input.From, writer.Today);
            var name = Rules.Name(input.Name);
            await writer.PutAsync(new()
            {
                Units =
                [
                    old with
                    {
                        Name = name,
                        Phone = input.Phone,
                        Fields = input.Fields,
                        FormerNames = name == old.Name ? old.FormerNames : [.. old.FormerNames, new(old.Name, input.From.PlusDays(-1))],
                        Revision = old.Revision + 1,
                    },
                ],
            });
            return (old.Id, new UnitChanged(old.Id.Value, old.Name, name, input.From));
        }, cancellation);
}
