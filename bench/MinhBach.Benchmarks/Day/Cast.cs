using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MinhBach.Accounts;
using MinhBach.Accounts.Tokens;
using MinhBach.DemoCity;
using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Benchmarks.Day;

/// <summary>An application as it goes over the line, and what is known of it here.</summary>
internal sealed record Application(Want Want, string Text);

/// <summary>
/// Who plays in the day: officials of a few agencies with accounts and tokens, what citizens ask of those agencies, and
/// dossiers that are there already.
/// </summary>
internal sealed class Cast
{
    /// <summary>Sees every dossier of the city.</summary>
    public const string Overseer = "giam-sat";

    private const string ProgramName = "bench day";
    private const int Agencies = 30;
    private const int Samples = 20_000;

    private readonly Dictionary<long, string> tokens = [];
    private readonly HashSet<AgencyId> playing = [];
    private readonly Demand demand;
    private readonly Offices offices;
    private readonly OrganizationMap map;
    private readonly ProcedureCatalog catalog;
    private readonly LocalDate today;

    private Cast(Demand demand, OrganizationMap map, ProcedureCatalog catalog, LocalDate today, IReadOnlyList<string> codes)
    {
        (this.demand, this.map, this.catalog, this.today, Codes) = (demand, map, catalog, today, codes);
        offices = new(map, today);
    }

    /// <summary>Officials who look at pages rather than use a program.</summary>
    public IReadOnlyList<string> Screens { get; } = ["mot-cua", "chuyen-vien", "truong-phong", "lanh-dao"];

    /// <summary>Codes of dossiers that are there before the day begins.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Tokens of all officials.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    /// <summary>Gives the officials of the busiest agencies accounts and tokens.</summary>
    public static async Task<Cast> GatherAsync(WebApplication app)
    {
        var services = app.Services;
        await using var scope = services.CreateAsyncScope();
        var map = services.GetRequiredService<OrganizationLookup>().Current;
        var catalog = services.GetRequiredService<ProcedureCatalog>();
        var today = services.GetRequiredService<TimeProvider>().Now().DateInCity();
        var demand = new Demand(catalog, map, seed: 1, today);
        var codes = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().OrderByDescending(row => row.Id).Select(row => row.Code).Take(5_000).ToListAsync();
        var cast = new Cast(demand, map, catalog, today, codes);
        var dice = Dice.For(seed: 7, index: 7);
        foreach (var busy in Enumerable.Range(0, Samples).Select(_ => demand.Draw(dice).Agency.Id).CountBy(agency => agency).OrderByDescending(group => group.Value).Take(Agencies)) cast.playing.Add(busy.Key);
        await cast.GiveTokensAsync(scope.ServiceProvider);
        return cast;
    }

    /// <summary>What somebody asks of one of the agencies, online.</summary>
    public Application Draw(Dice dice)
    {
        var want = demand.Draw(dice);
        while (want.Channel != Channel.Online || !playing.Contains(want.Agency.Id)) want = demand.Draw(dice);
        return new(want, ApplicationText.Of(want, dice));
    }

    /// <summary>Whoever does a step, as their token and person; null when they are not in the cast.</summary>
    /// <param name="want">The dossier's.</param>
    /// <param name="node">The step in the process; null for the desk.</param>
    /// <param name="agency">Name of the agency at which the step lies.</param>
    /// <param name="unit">Name of its unit.</param>
    /// <param name="except">Who may not do it.</param>
    public (string Token, long? Person, bool Approves)? WhoDoes(Want want, string? node, string agency, string unit, long? except)
    {
        var role = node is null ? null : catalog.Process(want.Procedure.Id).FindNode(node)?.Step.Role;
        var approves = role is StepRoles.HeadOfUnit or StepRoles.Leader;
        Officer? officer;
        lock (offices)
        {
            if (role is null) officer = offices.AtTheDesk(want.Agency.Id, want.Procedure.Field);
            else if (map.Agencies.FirstOrDefault(one => one.Name == agency) is { } at && map.UnitsOf(at.Id, today).FirstOrDefault(one => one.Name == unit) is { } place)
                officer = offices.For(at.Id.Value, place.Id.Value, role, approves ? except : null);
            else officer = null;
        }

        return officer?.Actor.PersonId is { } person && tokens.TryGetValue(person, out var token) ? (token, person, approves) : null;
    }

    private async Task GiveTokensAsync(IServiceProvider services)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var issuing = services.GetRequiredService<ApiTokens>();
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var post in playing.SelectMany(agency => map.UnitsOf(agency, today)).SelectMany(unit => map.PostsOf(unit.Id, today)))
        {
            if (map.HolderOf(post.Id, today) is not { } person || tokens.ContainsKey(person.Id.Value)) continue;
            var email = FormattableString.Invariant($"bench.{person.Id.Value}@example.vn");
            if (await accounts.FindByNameAsync(email) is not { } account)
            {
                account = new Account { UserName = email, Email = email, EmailConfirmed = true, FullName = person.Name, PersonId = person.Id.Value, ChosenPostId = post.Id.Value, CreatedAt = clock.Now() };
                await accounts.CreateAsync(account);
            }

            foreach (var old in await issuing.OfAsync(new(account.Id), CancellationToken.None)) await issuing.RevokeAsync(new(account.Id), old.Id);
            tokens[person.Id.Value] = await issuing.IssueAsync(new(account.Id), ProgramName, ApiScopes.All, days: 2);
        }

        Tokens = [.. tokens.Values];
    }
}
