using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record EndHoldingInput(PostId Post, PersonId Person, LocalDate LastDay, string Reason);

/// <summary>A person leaves a post; it is vacant from the next day.</summary>
internal sealed class EndHolding(OrganizationWork work)
{
    public Task<PostId> RunAsync(EndHoldingInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<PostId>(actor, async writer =>
        {
            var reason = Rules.Basis(input.Reason);
            var holding = Rules.Found(writer.Map.HoldingsOf(input.Post).FirstOrDefault(holding => holding.Person == input.Person && holding.To is null));
            Rules.InOrder(holding.From, input.LastDay);
            await writer.PutAsync(new() { Holdings = [holding with { To = input.LastDay }] });
            return (input.Post, new HoldingEnded(input.Post.Value, input.Person.Value, input.LastDay, reason));
        }, cancellation);
}
