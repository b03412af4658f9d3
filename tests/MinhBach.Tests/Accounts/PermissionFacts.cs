using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Testing;

namespace MinhBach.Tests.Accounts;

/// <summary>
/// Who may open what: every endpoint of the running city stands in permissions.txt with its policy, so that a new one
/// cannot be forgotten, and every policy admits exactly the roles of its line.
/// </summary>
public sealed class PermissionFacts
{
    private static readonly string[] Roles = [.. Enum.GetValues<PostRole>().Select(PostRoles.Key)];

    [Fact]
    public async Task Every_endpoint_has_its_line()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        var actual = Endpoints(city).Select(endpoint => $"{endpoint.Route} {endpoint.Policy}").ToHashSet(StringComparer.Ordinal);
        var written = Table().ToHashSet(StringComparer.Ordinal);

        var missing = actual.Except(written, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var gone = written.Except(actual, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count + gone.Count == 0,
            $"Write into Accounts/permissions.txt, if they are right:\n{string.Join('\n', missing)}\nTake out:\n{string.Join('\n', gone)}");
    }

    [Fact]
    public async Task Pages_of_the_staff_name_a_policy()
    {
        var city = await TestCity.SharedAsync(DatabaseKind.Sqlite);
        Assert.Empty(Endpoints(city).Where(endpoint => ClosedPaths.Prefixes.Any(prefix => endpoint.Route.StartsWith(prefix, StringComparison.Ordinal)) && endpoint.Policy is "public" or "signed-in"));
    }

    [Theory, BothDatabases]
    public async Task Each_role_opens_what_its_policies_admit_and_nothing_else(DatabaseKind kind)
    {
        var city = await TestCity.SharedAsync(kind);
        var pages = Endpoints(city).Where(endpoint => endpoint.Policy is not "public" && !endpoint.Route.Contains('{', StringComparison.Ordinal) && endpoint.Get).ToList();
        Assert.NotEmpty(pages);
        using var stranger = city.Visitor();
        foreach (var page in pages.Where(page => !page.Route.StartsWith("/api", StringComparison.Ordinal)))
            Assert.StartsWith("/dang-nhap", (await stranger.GetAsync(page.Route)).Path, StringComparison.Ordinal);

        foreach (var account in DemoAccounts.All.DistinctBy(account => account.Role))
        {
            using var visitor = await city.SignInAsync(account.Key);
            foreach (var page in pages)
            {
                var admitted = page.Policy == "signed-in" || (account.Role is { } role && AccountPolicies.Table[page.Policy].Contains(role));
                var status = (await visitor.GetAsync(page.Route)).Status;
                Assert.True(admitted ? status != HttpStatusCode.Forbidden : status == HttpStatusCode.Forbidden, $"{account.Key} at {page.Route}: {status}");
            }
        }
    }

    [Fact]
    public void Policies_admit_these_roles()
    {
        var written = AccountPolicies.Table.Select(policy => policy.Key + ": " + string.Join(", ", Roles.Where(role => policy.Value.Contains(PostRoles.Parse(role)))));
        Assert.Equal(
            [
                "staff: " + string.Join(", ", Roles),
                "frontdesk: one-stop-officer",
                "dossiers.work: one-stop-officer, specialist, head-of-unit, leader, clerk",
                "procedures.edit: home-affairs, administrator",
                "organization.edit: home-affairs, administrator",
                "logs.import: home-affairs, administrator",
                "admin: administrator",
                "reminders.set: leader, home-affairs",
                "oversee: home-affairs, inspector",
                "integrity: head-of-unit, leader, home-affairs, inspector",
            ],
            written);
    }

    private static List<(string Route, string Policy, bool Get)> Endpoints(TestCity city) =>
    [
        .. city.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => (
            Route: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
            Policy: PolicyOf(endpoint),
            Get: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true)).Distinct(),
    ];

    private static string PolicyOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return "public";
        var asked = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        return asked.Count == 0 ? "public" : string.Join('+', asked.Select(data => data.Policy ?? "signed-in").Distinct(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Table()
    {
        using var stream = typeof(PermissionFacts).Assembly.GetManifestResourceStream("permissions.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }
}
