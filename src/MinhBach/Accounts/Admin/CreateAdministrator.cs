using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Edit;
using MinhBach.Shell;

namespace MinhBach.Accounts.Admin;

/// <summary>Who is to administer a new installation.</summary>
/// <param name="Email">What they sign in with.</param>
/// <param name="Name">Full name.</param>
/// <param name="Password">Their password; null makes a one-time password that has to be changed at once.</param>
public sealed record NewAdministrator(string Email, string Name, string? Password);

/// <summary>The first-run command of a real installation: appoints a person to an administrator's post and gives them an account.</summary>
public sealed class CreateAdministrator
{
    // Without letters and digits that are mistaken for each other.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly UserManager<Account> accounts;
    private readonly OrganizationLookup organization;
    private readonly AppointPerson appoint;
    private readonly TimeProvider clock;
    private readonly Words words;

    /// <summary>Made by the application, scoped.</summary>
    public CreateAdministrator(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        accounts = services.GetRequiredService<UserManager<Account>>();
        organization = services.GetRequiredService<OrganizationLookup>();
        appoint = services.GetRequiredService<AppointPerson>();
        clock = services.GetRequiredService<TimeProvider>();
        words = services.GetRequiredService<Words>();
    }

    /// <summary>Makes the account.</summary>
    /// <returns>The one-time password; null when the person's own was given.</returns>
    /// <exception cref="RuleBroken">The address is taken, the password too weak, or there is no administrator's post.</exception>
    public async Task<string?> RunAsync(NewAdministrator input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var map = organization.Current;
        var today = clock.Today();
        var posts = map.Data.Posts.Where(post => post.Role == PostRole.Administrator && post.Stands(today)).ToList();
        var post = posts.Find(post => map.HolderOf(post.Id, today) is null) ?? posts.FirstOrDefault()
            ?? throw new RuleBroken("accounts.no-administrator-post", "Chưa có vị trí “Quản trị hệ thống” trong cơ cấu tổ chức. Hãy nạp cơ cấu ban đầu trước.");

        var account = new Account
        {
            UserName = input.Email.Trim(),
            Email = input.Email.Trim(),
            FullName = input.Name.Trim(),
            CreatedAt = clock.Now(),
            MustChangePassword = input.Password is null,
        };
        var password = input.Password ?? OneTimePassword();
        var created = await accounts.CreateAsync(account, password);
        if (!created.Succeeded)
            throw new RuleBroken("accounts.invalid", "{0}", string.Join(" ", created.Errors.Select(error => error.Description)));

        var person = await appoint.RunAsync(
            new() { Post = post.Id, NewPersonName = account.FullName, Email = account.Email, From = today, Basis = words["Cài đặt ban đầu"] }, Actor.System, cancellation);
        account.PersonId = person.Value;
        account.ChosenPostId = post.Id.Value;
        await accounts.UpdateAsync(account);
        return input.Password is null ? password : null;
    }

    private static string OneTimePassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
