using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Organization.Edit;

/// <summary>Who takes up which post from when.</summary>
public sealed record AppointPersonInput
{
    /// <summary>The post.</summary>
    public required PostId Post { get; init; }

    /// <summary>Somebody who is known already; null for a new person.</summary>
    public PersonId? Person { get; init; }

    /// <summary>Full name of a new person.</summary>
    public string? NewPersonName { get; init; }

    /// <summary>A new person's telephone at work.</summary>
    public string? Phone { get; init; }

    /// <summary>A new person's e-mail at work.</summary>
    public string? Email { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The decision behind it.</summary>
    public required string Basis { get; init; }
}

/// <summary>A person takes up a post. Whoever held it before leaves it on the day before.</summary>
public sealed class AppointPerson
{
    private readonly OrganizationWork work;

    internal AppointPerson(OrganizationWork work) => this.work = work;

    /// <summary>Appoints.</summary>
    /// <returns>The person, new or known.</returns>
    /// <exception cref="RuleBroken">The post does not stand on that day, or the dates collide.</exception>
    public Task<PersonId> RunAsync(AppointPersonInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<PersonId>(actor, async writer =>
        {
            var post = Rules.Found(writer.Map.FindPost(input.Post));
            Rules.Standing(post.Stands(input.From) && writer.Map.Unit(post.Unit).Stands(input.From));
            var basis = Rules.Basis(input.Basis);
            var person = input.Person is { } known
                ? Rules.Found(writer.Map.FindPerson(known))
                : new Person(new(await writer.NextIdAsync()), Rules.Name(input.NewPersonName), input.Phone, input.Email);
            if (writer.Map.HoldingsOf(post.Id).Any(holding => holding.From >= input.From))
                throw new RuleBroken("organization.held", "Vị trí này đã có người nhận từ ngày đó hoặc muộn hơn.");
            var before = writer.Map.HoldingsOf(post.Id).Where(holding => holding.Holds(input.From)).Select(holding => holding with { To = input.From.PlusDays(-1) });
            await writer.PutAsync(new()
            {
                People = input.Person is null ? [person] : [],
                Holdings = [.. before, new(post.Id, person.Id, input.From, null)],
            });
            return (person.Id, new PersonAppointed(post.Id.Value, person.Id.Value, person.Name, input.From, basis));
        }, cancellation);
}
