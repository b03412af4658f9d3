using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record AddPostInput(UnitId Unit, string Name, PostRole Role, LocalDate From);

/// <summary>A unit gets a new post, vacant at first.</summary>
internal sealed class AddPost(OrganizationWork work)
{
    public Task<PostId> RunAsync(AddPostInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<PostId>(actor, async writer =>
        {
            var unit = Rules.Found(writer.Map.FindUnit(input.Unit));
            Rules.Standing(unit.Stands(input.From));
            var post = new Post(new(await writer.NextIdAsync()), unit.Id, Rules.Name(input.Name), input.Role, input.From, null);
            await writer.PutAsync(new() { Posts = [post] });
            return (post.Id, new PostAdded(post.Id.Value, unit.Id.Value, post.Name, PostRoles.Key(post.Role), post.From));
        }, cancellation);
}
