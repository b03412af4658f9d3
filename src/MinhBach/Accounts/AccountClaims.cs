using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MinhBach.Kernel;
using MinhBach.Organization;

namespace MinhBach.Accounts;

/// <summary>Claims in the sign-in cookie, beside Identity's own.</summary>
internal static class AccountClaims
{
    public const string Person = "mb:person";

    public const string Post = "mb:post";

    public const string MustChangePassword = "mb:must-change-password";
}

/// <summary>
/// Writes the claims at sign-in and whenever the cookie is validated again. Role claims serve the menu; what a person may
/// do is asked of the organisation at every request (<see cref="CurrentUser"/>).
/// </summary>
internal sealed class AccountClaimsFactory(
    UserManager<Account> accounts, IOptions<IdentityOptions> options, OrganizationLookup organization, TimeProvider clock)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (identity.FindFirst(identity.NameClaimType) is { } userName) identity.RemoveClaim(userName);
        identity.AddClaim(new Claim(identity.NameClaimType, user.FullName));
        if (user.MustChangePassword) identity.AddClaim(new Claim(AccountClaims.MustChangePassword, "1"));
        if (user.PersonId is not { } person) return identity;

        identity.AddClaim(new Claim(AccountClaims.Person, person.ToString(CultureInfo.InvariantCulture)));
        var held = organization.Current.PostsOf(new PersonId(person), clock.Today());
        var chosen = held.FirstOrDefault(post => post.Post.Id.Value == user.ChosenPostId) ?? (held.Count > 0 ? held[0] : null);
        if (chosen is null) return identity;
        identity.AddClaim(new Claim(AccountClaims.Post, chosen.Post.Id.ToString()));
        identity.AddClaim(new Claim(identity.RoleClaimType, PostRoles.Key(chosen.Post.Role)));
        return identity;
    }
}
