using Microsoft.Extensions.Options;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Accounts.Demo;

/// <summary>Whether demo accounts work: the program runs as a demo, and the database was filled as one.</summary>
internal sealed class DemoMode(IOptions<ShellOptions> shell, OrganizationLookup organization)
{
    public bool IsOn => shell.Value.Demo && organization.IsDemo;
}
