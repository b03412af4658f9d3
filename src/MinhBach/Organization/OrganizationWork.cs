using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>The way of every change here: one lane, decided on the newest map, journalled, swapped once durable.</summary>
internal sealed class OrganizationWork(WriteLanes lanes, OrganizationLookup lookup)
{
    // Changes of the organisation are rare and look at the whole of it: they queue behind one key.
    public const long Lane = 1;

    public Task<T> RunAsync<T>(Actor actor, Func<OrganizationWriter, ValueTask<(T Answer, object? Occurred)>> change, CancellationToken cancellation) =>
        lanes.RunAsync(
            Lane,
            async session =>
            {
                var writer = new OrganizationWriter(session, lookup.Current);
                var (answer, occurred) = await change(writer);
                // A change that changes nothing is no event.
                if (occurred is null) return answer;
                await writer.JournalAsync(occurred, actor);
                session.OnCommitted(() => lookup.Apply(writer.Put));
                return answer;
            },
            cancellation);
}
