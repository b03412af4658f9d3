using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record AddUnitInput
{
    public required AgencyId Agency { get; init; }
    public required string Name { get; init; }
    public required UnitKind Kind { get; init; }
    public string? Phone { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
    public required LocalDate From { get; init; }
}

/// <summary>An agency gets a new unit.</summary>
internal sealed class AddUnit(OrganizationWork work)
{
    public Task<UnitId> RunAsync(AddUnitInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<UnitId>(actor, async writer =>
        {
            var agency = Rules.Found(writer.Map.FindAgency(input.Agency));
            Rules.Standing(agency.Stands(input.From));
            var name = Rules.Name(input.Name);
            if (writer.Map.UnitsOf(agency.Id, input.From).Any(unit => unit.Name == name))
                throw new RuleBroken("organization.unit-taken", "Cơ quan này đã có đơn vị tên “{0}”.", name);
            var unit = new Unit(new(await writer.NextIdAsync()), agency.Id, name, input.Kind, input.Phone, input.Fields, input.From, null);
            await writer.PutAsync(new() { Units = [unit] });
            return (unit.Id, new UnitAdded(unit.Id.Value, agency.Id.Value, name, input.From));
        }, cancellation);
}
