using MinhBach.Kernel;

namespace MinhBach.Organization;

/// <summary>Who acts in this request. Accounts, which knows, stands below the organisation and answers through this.</summary>
public interface ICurrentActor
{
    /// <summary>The actor; null when nobody is signed in.</summary>
    Actor? Actor { get; }
}

/// <summary>The policy that the organisation's own pages name.</summary>
public static class OrganizationPolicy
{
    /// <summary>Whoever edits the organisation.</summary>
    public const string Edit = "organization.edit";
}
