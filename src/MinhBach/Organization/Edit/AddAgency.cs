using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record AddAgencyInput
{
    public required string Code { get; init; }
    public required string Identifier { get; init; }
    public required string Name { get; init; }
    public required AgencyLevel Level { get; init; }
    public AgencyId? Parent { get; init; }
    public required LocalDate From { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public required string Basis { get; init; }
}

/// <summary>A new agency takes up its work.</summary>
internal sealed class AddAgency(OrganizationWork work)
{
    public Task<AgencyId> RunAsync(AddAgencyInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<AgencyId>(actor, async writer =>
        {
            var basis = Rules.Basis(input.Basis);
            if (writer.Map.Agencies.Any(agency => agency.Code == input.Code && agency.Stands(input.From)))
                throw new RuleBroken("organization.code-taken", "Mã “{0}” đang được một cơ quan khác dùng.", input.Code);
            if (writer.Map.Agencies.Any(agency => agency.Identifier == input.Identifier && agency.Stands(input.From)))
                throw new RuleBroken("organization.identifier-taken", "Mã định danh “{0}” đang được một cơ quan khác dùng.", input.Identifier);
            var agency = new Agency(
                new(await writer.NextIdAsync()), input.Code.Trim(), input.Identifier.Trim(), Rules.Name(input.Name), input.Level, input.Parent,
                input.From, null, input.Fields, input.Address, input.Phone);
            await writer.PutAsync(new() { Agencies = [agency] });
            return (agency.Id, new AgencyAdded(agency.Id.Value, agency.Code, agency.Name, agency.From, basis));
        }, cancellation);
}
