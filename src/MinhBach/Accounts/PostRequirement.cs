using Microsoft.AspNetCore.Authorization;
using MinhBach.Organization;

namespace MinhBach.Accounts;

/// <summary>The chosen post has one of these roles today.</summary>
internal sealed record PostRequirement(IReadOnlyList<PostRole> Roles) : IAuthorizationRequirement;

/// <summary>Asks the organisation, not the cookie.</summary>
internal sealed class PostRequirementHandler(IHttpContextAccessor http) : AuthorizationHandler<PostRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PostRequirement requirement)
    {
        var user = http.HttpContext?.RequestServices.GetRequiredService<CurrentUser>();
        if (user is { MustChangePassword: false } && user.Roles.Any(requirement.Roles.Contains)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
