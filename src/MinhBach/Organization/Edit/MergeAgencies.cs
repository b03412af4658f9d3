using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record MergeAgenciesInput
{
    public required IReadOnlyList<AgencyId> From { get; init; }
    public required AgencyId Into { get; init; }
    public required LocalDate On { get; init; }
    public required string Basis { get; init; }
}

/// <summary>
/// Agencies are merged into one that goes on (or was added for it). The merged ones end the day before; their units, posts
/// and people stay on record, so that an old dossier still says who had it.
/// </summary>
internal sealed class MergeAgencies(OrganizationWork work)
{
    public Task<AgencyId> RunAsync(MergeAgenciesInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<AgencyId>(actor, async writer =>
        {
            var basis = Rules.Basis(input.Basis);
            var into = Rules.Found(writer.Map.FindAgency(input.Into));
            Rules.Standing(into.Stands(input.On));
            var merged = input.From.Distinct().Where(id => id != into.Id).Select(id => Rules.Found(writer.Map.FindAgency(id))).ToList();
            if (merged.Count == 0) throw new RuleBroken("organization.nothing-to-merge", "Chọn ít nhất một cơ quan khác để nhập vào.");
            foreach (var agency in merged) Rules.Standing(agency.Stands(input.On));
            await writer.PutAsync(new()
            {
                Agencies =
                [
                    .. merged.Select(agency => agency with { To = input.On.PlusDays(-1), Revision = agency.Revision + 1 }),
                    // Whoever answers for the fields of those that end is never nobody.
                    into with { Fields = [.. into.Fields.Union(merged.SelectMany(agency => agency.Fields), StringComparer.OrdinalIgnoreCase)], Revision = into.Revision + 1 },
                ],
                Successions = [.. merged.Select(agency => new Succession(agency.Id, into.Id, input.On, false, basis))],
            });
            return (into.Id, new AgenciesMerged([.. merged.Select(agency => agency.Id.Value)], into.Id.Value, input.On, basis));
        }, cancellation);
}
