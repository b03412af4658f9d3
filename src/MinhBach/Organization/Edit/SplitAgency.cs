using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record SplitAgencyInput
{
    public required AgencyId From { get; init; }
    public required IReadOnlyList<AgencyId> Into { get; init; }
    public required LocalDate On { get; init; }

    /// <summary>Whether the divided agency goes on with what is left of it.</summary>
    public bool GoesOn { get; init; }

    public required string Basis { get; init; }
}

/// <summary>An agency is divided among others, which were added before; it ends the day before, or goes on with the rest.</summary>
internal sealed class SplitAgency(OrganizationWork work)
{
    public Task<AgencyId> RunAsync(SplitAgencyInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<AgencyId>(actor, async writer =>
        {
            var basis = Rules.Basis(input.Basis);
            var divided = Rules.Found(writer.Map.FindAgency(input.From));
            Rules.Standing(divided.Stands(input.On));
            var into = input.Into.Distinct().Where(id => id != divided.Id).Select(id => Rules.Found(writer.Map.FindAgency(id))).ToList();
            if (into.Count == 0) throw new RuleBroken("organization.nothing-to-split", "Chọn ít nhất một cơ quan nhận phần được tách.");
            foreach (var agency in into) Rules.Standing(agency.Stands(input.On));
            await writer.PutAsync(new()
            {
                Agencies = input.GoesOn ? [] : [divided with { To = input.On.PlusDays(-1), Revision = divided.Revision + 1 }],
                Successions = [.. into.Select(agency => new Succession(divided.Id, agency.Id, input.On, true, basis))],
            });
            return (divided.Id, new AgencySplit(divided.Id.Value, [.. into.Select(agency => agency.Id.Value)], input.On, basis));
        }, cancellation);
}
