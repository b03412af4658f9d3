using Microsoft.AspNetCore.Identity;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Accounts.Demo;

/// <summary>Makes the demo's accounts for people who hold posts in the demo city.</summary>
public sealed class DemoAccountSeeder
{
    private readonly UserManager<Account> accounts;
    private readonly OrganizationLookup organization;
    private readonly TimeProvider clock;

    /// <summary>Made by the application, scoped.</summary>
    public DemoAccountSeeder(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        accounts = services.GetRequiredService<UserManager<Account>>();
        organization = services.GetRequiredService<OrganizationLookup>();
        clock = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>Makes those that are missing; in a city that is not a demo, none.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> SeedAsync()
    {
        if (!organization.IsDemo) return 0;
        var made = 0;
        string? hash = null;
        foreach (var demo in DemoAccounts.All)
        {
            if (await accounts.FindByNameAsync(demo.Email) is not null) continue;
            var (person, post) = HolderFor(demo);
            if (demo.Agency is not null && person is null) continue;
            var account = new Account
            {
                UserName = demo.Email,
                Email = demo.Email,
                EmailConfirmed = true,
                FullName = person?.Name ?? "Nguyễn Văn Dân",
                PersonId = person?.Id.Value,
                ChosenPostId = post?.Id.Value,
                CreatedAt = clock.Now(),
                IsDemo = true,
            };
            // One password, hashed once: a slow hash is what makes guessing dear.
            account.PasswordHash = hash ??= accounts.PasswordHasher.HashPassword(account, DemoAccounts.Password);
            var created = await accounts.CreateAsync(account);
            if (!created.Succeeded) throw new InvalidOperationException(string.Join(' ', created.Errors.Select(error => error.Description)));
            made++;
        }

        return made;
    }

    private (Person? Person, Post? Post) HolderFor(DemoAccount demo)
    {
        var map = organization.Current;
        var today = clock.Today();
        if (demo.Agency is null || map.AgencyByCode(demo.Agency) is not { } agency) return default;
        foreach (var unit in map.UnitsOf(agency.Id, today).Where(unit => unit.Name.StartsWith(demo.Unit!, StringComparison.Ordinal)))
            foreach (var post in map.PostsOf(unit.Id, today).Where(post => post.Role == demo.Role))
                if (map.HolderOf(post.Id, today) is { } person) return (person, post);
        return default;
    }
}
