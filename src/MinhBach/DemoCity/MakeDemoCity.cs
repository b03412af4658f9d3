using System.Diagnostics;
using MinhBach.Accounts.Demo;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Starter;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>
/// Makes a demo city in an empty database: fills the starter organisation with people, and lets simulated citizens and
/// officials live through its last months with the real verbs. The application's clock has to be a <see cref="SimulatedClock"/>.
/// </summary>
public sealed class MakeDemoCity
{
    private const int DiceOfPeople = -1;

    // Arrivals have the negative numbers before it.
    private const long DiceOfHabits = int.MinValue;

    private readonly SimulatedClock clock;
    private readonly OrganizationSeeder seeder;
    private readonly OrganizationLookup organization;
    private readonly CityCalendars calendars;
    private readonly ProcedureCatalog catalog;
    private readonly UnfinishedCity unfinished;
    private readonly JournalMonths months;
    private readonly LateIndexes indexes;
    private readonly IServiceScopeFactory scopes;
    private readonly Verbs verbs;

    /// <summary>Made by the application.</summary>
    /// <exception cref="InvalidOperationException">The clock is a real one.</exception>
    public MakeDemoCity(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        clock = services.GetRequiredService<TimeProvider>() as SimulatedClock ?? throw new InvalidOperationException("A demo city is made on a simulated clock.");
        seeder = services.GetRequiredService<OrganizationSeeder>();
        organization = services.GetRequiredService<OrganizationLookup>();
        calendars = services.GetRequiredService<CityCalendars>();
        catalog = services.GetRequiredService<ProcedureCatalog>();
        unfinished = services.GetRequiredService<UnfinishedCity>();
        months = services.GetRequiredService<JournalMonths>();
        indexes = ActivatorUtilities.CreateInstance<LateIndexes>(services);
        scopes = services.GetRequiredService<IServiceScopeFactory>();
        verbs = ActivatorUtilities.CreateInstance<Verbs>(services);
    }

    /// <summary>Makes it; what is left when this is interrupted is thrown away by the next start.</summary>
    public async Task<DemoCitySummary> RunAsync(DemoCityPlan plan, IProgress<MakingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var watch = Stopwatch.StartNew();
        var until = plan.Until ?? throw new ArgumentException("The plan lacks its end.", nameof(plan));
        plan.CheckFits(clock);
        await unfinished.BeginAsync(plan);
        await FillPostsAsync(plan, cancellation);
        await indexes.TakeAsync();
        clock.Now = until;
        var map = organization.Current;
        var demand = new Demand(catalog, map, plan.Seed, until.DateInCity());
        var calendar = calendars.For(map.Agencies[0].Id);
        var timetable = new Timetable(calendar, plan.Seed);
        var simulation = new Simulation(clock, timetable, verbs);
        var people = new People(simulation, new Offices(map, until.DateInCity()), map, catalog, Haste(plan));
        var tally = new Tally();
        var arrivals = Schedule(plan, new Arrivals(calendar, plan.From.DateInCity(), until), demand);
        var next = 0;
        for (var day = plan.From.DateInCity(); day <= until.DateInCity(); day = day.PlusDays(1))
        {
            cancellation.ThrowIfCancellationRequested();
            await months.TurnAsync(day.AtStartOfDayInZone(CityTime.Zone).ToInstant(), cancellation);
            var end = Instant.Min(until, day.PlusDays(1).AtStartOfDayInZone(CityTime.Zone).ToInstant());
            for (; next < arrivals.Length && arrivals[next].At < end; next++) people.HandIn(Draw(plan, demand, arrivals[next].Index), arrivals[next].At);
            await simulation.WakeAsync(day.AtStartOfDayInZone(CityTime.Zone).ToInstant().Plus(Duration.FromMinutes(1)));
            await simulation.RunUntilAsync(end, (life, change, at) =>
            {
                people.React(life, change, at);
                tally.Note(life);
            });
            progress?.Report(new((end - plan.From) / (until - plan.From), next, day));
        }

        clock.Now = until;
        await indexes.PutBackAsync();
        await SeedAccountsAsync();
        return tally.Summary(simulation, watch.Elapsed);
    }

    // A city with more dossiers has more hands: nobody is given more than can be done.
    private static double Haste(DemoCityPlan plan) => Math.Min(1, 60_000.0 / plan.Dossiers * plan.Months / 12);

    private static Life Draw(DemoCityPlan plan, Demand demand, int index)
    {
        var dice = Dice.For(plan.Seed, index);
        var want = demand.Draw(dice);
        // Some agencies have more trouble than others.
        var trouble = Math.Exp((0.6 * Dice.For(plan.Seed, want.Agency.Code.Aggregate(1_000_000L, (hash, letter) => (hash * 31) + letter)).Normal()) - 0.18);
        return new(want, dice, Fate.Of(want, dice, trouble), Habits.Of(want, Dice.For(plan.Seed, DiceOfHabits - index)));
    }

    private static (Instant At, int Index)[] Schedule(DemoCityPlan plan, Arrivals arrivals, Demand demand)
    {
        var all = new (Instant At, int Index)[plan.Dossiers];
        for (var index = 0; index < all.Length; index++)
        {
            // The channel decides the hour: the same dice that draw the dossier's life later draw it here.
            var channel = demand.Draw(Dice.For(plan.Seed, index)).Channel;
            all[index] = (arrivals.Draw(Dice.For(plan.Seed, -2 - index), channel), index);
        }

        Array.Sort(all);
        return all;
    }

    private async Task FillPostsAsync(DemoCityPlan plan, CancellationToken cancellation)
    {
        var dice = Dice.For(plan.Seed, DiceOfPeople);
        await seeder.SeedAsync(
            _ => new StarterPerson(VietnameseNames.Person(dice).Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"024 6000 {dice.Below(10_000):D4}")),
            demo: true,
            cancellation);
    }

    private async Task SeedAccountsAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoAccountSeeder>().SeedAsync();
    }
}
