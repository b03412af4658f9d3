using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record ChangeAgencyInput
{
    public required AgencyId Agency { get; init; }
    public required long Revision { get; init; }
    public required string Name { get; init; }
    public required LocalDate From { get; init; }
    public IReadOnlyList<string> Fields { get; init; } = [];
    public string? Address { get; init; }
    public string? Phone { get; init; }
    public WorkWeek? DeskHours { get; init; }
    public required string Basis { get; init; }
}

/// <summary>Renames an agency from a day on, or corrects its fields and contact. The old name stays for old papers.</summary>
internal sealed class ChangeAgency(OrganizationWork work)
{
    public Task<AgencyId> RunAsync(ChangeAgencyInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<AgencyId>(actor, async writer =>
        {
            var old = Rules.Found(writer.Map.FindAgency(input.Agency));
            Rules.Standing(old.Stands(writer.Today));
            Rules.SameRevision(old.Revision, input.Revision);
            Rules.NotAfterToday(input.From, writer.Today);
            var basis = Rules.Basis(input.Basis);
            var name = Rules.Name(input.Name);
            await writer.PutAsync(new()
            {
                Agencies =
                [
                    old with
                    {
                        Name = name,
                        Fields = input.Fields,
                        Address = input.Address,
                        Phone = input.Phone,
                        DeskHours = input.DeskHours,
                        FormerNames = name == old.Name ? old.FormerNames : [.. old.FormerNames, new(old.Name, input.From.PlusDays(-1))],
                        Revision = old.Revision + 1,
                    },
                ],
            });
            return (old.Id, new AgencyChanged(old.Id.Value, old.Name, name, input.From, basis, DeskHours.Stored(input.DeskHours)));
        }, cancellation);
}
