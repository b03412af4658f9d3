using Microsoft.AspNetCore.Authorization;
using MinhBach.Organization;
using static MinhBach.Organization.PostRole;

namespace MinhBach.Accounts;

/// <summary>Which roles a policy admits: the one table of rights.</summary>
internal static class AccountPolicies
{
    public static IReadOnlyDictionary<string, IReadOnlyList<PostRole>> Table { get; } = new Dictionary<string, IReadOnlyList<PostRole>>(StringComparer.Ordinal)
    {
        [Policies.Staff] = Enum.GetValues<PostRole>(),
        [Policies.FrontDesk] = [OneStopOfficer],
        [Policies.Work] = [OneStopOfficer, Specialist, HeadOfUnit, Leader, Clerk],
        [Policies.ProceduresEdit] = [HomeAffairs, Administrator],
        [Policies.OrganizationEdit] = [HomeAffairs, Administrator],
        [Policies.LogsImport] = [HomeAffairs, Administrator],
        [Policies.Administer] = [Administrator],
        [Policies.Reminders] = [Leader, HomeAffairs],
        [Policies.Oversee] = [HomeAffairs, Inspector],
        [Policies.Integrity] = [HeadOfUnit, Leader, HomeAffairs, Inspector],
    };

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (name, roles) in Table)
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new PostRequirement(roles)));
    }
}
