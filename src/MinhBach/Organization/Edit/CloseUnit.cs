using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record CloseUnitInput(UnitId Unit, long Revision, LocalDate LastDay, string Reason);

/// <summary>A unit ends on a day. It stays on record for its dossiers.</summary>
internal sealed class CloseUnit(OrganizationWork work)
{
    public Task<UnitId> RunAsync(CloseUnitInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<UnitId>(actor, async writer =>
        {
            var old = Rules.Found(writer.Map.FindUnit(input.Unit));
            Rules.Standing(old.Stands(writer.Today));
            Rules.SameRevision(old.Revision, input.Revision);
            Rules.InOrder(old.From, input.LastDay);
            var reason = Rules.Basis(input.Reason);
            await writer.PutAsync(new() { Units = [old with { To = input.LastDay, Revision = old.Revision + 1 }] });
            return (old.Id, new UnitClosed(old.Id.Value, input.LastDay, reason));
        }, cancellation);
}
