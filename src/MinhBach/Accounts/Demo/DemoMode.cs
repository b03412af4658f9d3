using MinhBach.Organization;

namespace MinhBach.Accounts.Demo;

/// <summary>Whether demo accounts work: the program runs as a demo, and the database was filled as one.</summary>
internal sealed class DemoMode(CityOptions options, OrganizationLookup organization)
{
    public bool IsOn => options.Demo && organization.IsDemo;
}
