using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record DelegatePostInput(PostId Post, PersonId To, DelegationKind Kind, LocalDate From, LocalDate? Until, string Reason);

/// <summary>Ủy quyền or thay thế: somebody else may act from a post for a time.</summary>
internal sealed class DelegatePost(OrganizationWork work)
{
    public Task<long> RunAsync(DelegatePostInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<long>(actor, async writer =>
        {
            var post = Rules.Found(writer.Map.FindPost(input.Post));
            var person = Rules.Found(writer.Map.FindPerson(input.To));
            Rules.Standing(post.Stands(input.From));
            Rules.InOrder(input.From, input.Until);
            var reason = Rules.Basis(input.Reason);
            if (writer.Map.HolderOf(post.Id, input.From) == person)
                throw new RuleBroken("organization.own-post", "Người này đang giữ chính vị trí đó.");
            var lent = new Delegation(await writer.NextIdAsync(), post.Id, person.Id, input.From, input.Until, input.Kind, reason);
            await writer.PutAsync(new() { Delegations = [lent] });
            return (lent.Id, new PostDelegated(lent.Id, post.Id.Value, person.Id.Value, input.Kind, input.From, input.Until, reason));
        }, cancellation);
}
