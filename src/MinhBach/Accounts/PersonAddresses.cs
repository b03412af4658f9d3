using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Accounts;

/// <summary>Where the city's people can be written to. Safe for many threads.</summary>
public sealed class PersonAddresses
{
    private readonly IServiceScopeFactory scopes;

    internal PersonAddresses(IServiceScopeFactory scopes) => this.scopes = scopes;

    /// <summary>The e-mail addresses of persons, by their ids; whoever has no account with one is left out. One query.</summary>
    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IReadOnlyCollection<long> people, CancellationToken cancellation = default)
    {
        var known = new Dictionary<long, string>();
        if (people.Count == 0) return known;
        await using var scope = scopes.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<Account>()
            .Where(account => account.PersonId != null && people.Contains(account.PersonId.Value) && account.Email != null)
            .OrderBy(account => account.Id).Select(account => new { Person = account.PersonId!.Value, account.Email }).ToListAsync(cancellation);
        // Of several accounts the oldest.
        foreach (var account in accounts) known.TryAdd(account.Person, account.Email!);
        return known;
    }
}
