using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record EndDelegationInput(long Delegation, LocalDate LastDay, string Reason);

/// <summary>A delegation or substitution ends before its time.</summary>
internal sealed class EndDelegation(OrganizationWork work)
{
    public Task<long> RunAsync(EndDelegationInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<long>(actor, async writer =>
        {
            var reason = Rules.Basis(input.Reason);
            var lent = Rules.Found(writer.Map.Data.Delegations.FirstOrDefault(lent => lent.Id == input.Delegation));
            Rules.InOrder(lent.From, input.LastDay);
            if (lent.Until < input.LastDay) throw new RuleBroken("organization.ended", "Mục này đã hết hiệu lực, không sửa được nữa.");
            await writer.PutAsync(new() { Delegations = [lent with { Until = input.LastDay }] });
            return (lent.Id, new DelegationEnded(lent.Id, input.LastDay, reason));
        }, cancellation);
}
