using Microsoft.Extensions.DependencyInjection;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Organization.Calendars;
using MinhBach.Organization.Edit;
using MinhBach.Testing;
using MinhBach.Tests.Dossiers;
using MinhBach.Tests.Monitoring;
using MinhBach.Transparency;
using MinhBach.Transparency.Enter;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Tests.Transparency.Enter;

public sealed class StandingFactsFacts
{
    [Theory, BothDatabases]
    public async Task The_calendar_of_every_year_is_told_at_the_beginning_and_again_when_it_became_another(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await new VerbFacts.Work(city).SubmitAsync(KnownCity.Procedure);
        await city.PublishAsync();
        var years = Calendars(city);
        Assert.Equal(VietnamCalendars.Years.Select(file => file.Year).Order(), years.Select(entry => entry.Facts!.Value.GetProperty("year").GetInt32()).Order());
        var thisYear = years.Single(entry => entry.Facts!.Value.GetProperty("year").GetInt32() == 2026).Facts!.Value;
        Assert.Equal("Tết Dương lịch", thisYear.GetProperty("days")[0].GetProperty("name").GetString());
        Assert.Equal(["08:00-12:00", "13:30-17:30"], thisYear.GetProperty("hours")[0].EnumerateArray().Select(session => session.GetString()));
        Assert.Equal(0, thisYear.GetProperty("hours")[6].GetArrayLength());

        var agency = city.Service<OrganizationLookup>().Current.Agencies.First(agency => agency.Level == AgencyLevel.Commune);
        await city.Service<ChangeCalendarDay>().RunAsync(new(agency.Id, new(2026, 12, 21), DayKind.SubstituteOff, "Hội làng", "QĐ 12/2026"), Actor.System, TestContext.Current.CancellationToken);
        var restarted = ActivatorUtilities.CreateInstance<EnterJournal>(city.Services);
        await city.CatchUpAsync();
        while (await restarted.RunAsync(TestContext.Current.CancellationToken))
        {
        }

        await city.PublishAsync();
        var added = Assert.Single(Calendars(city).Skip(years.Count));
        Assert.Equal(agency.Code, added.Agency);
        Assert.Contains("Hội làng", added.Facts!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Theory, BothDatabases]
    public async Task What_could_not_be_written_is_told_with_the_next(DatabaseKind kind)
    {
        await using var city = await TestCity.StartAsync(kind);
        await new VerbFacts.Work(city).SubmitAsync(KnownCity.Procedure);
        await city.CatchUpAsync();
        city.Service<MinhBach.Transparency.Grow.LogHome>().Open(mayMake: true);
        var lanes = city.Service<WriteLanes>();
        // Another node's cursor appears after this one has looked, and goes again.
        var meddling = new MeddlingClock(city.Clock, () => lanes.RunAsync(0, async session => await session.Sql("INSERT INTO journal_cursor (name, tx, sequence) VALUES ($1, 0, 1)").With(EnterJournal.Cursor).RunAsync()));
        var enter = ActivatorUtilities.CreateInstance<EnterJournal>(city.Services, (TimeProvider)meddling);

        Assert.False(await enter.RunAsync(TestContext.Current.CancellationToken));
        Assert.True(meddling.Meddled);
        await lanes.RunAsync(0, async session => await session.Sql("DELETE FROM journal_cursor WHERE name = $1").With(EnterJournal.Cursor).RunAsync());
        while (await enter.RunAsync(TestContext.Current.CancellationToken))
        {
        }

        await city.PublishAsync();
        var types = city.ShownEntries().ConvertAll(entry => entry.Type);
        Assert.Equal(RuleSetCount, types.Count(type => type == EntryTypes.RuleSet));
        Assert.Equal(VietnamCalendars.Years.Length, types.Count(type => type == EntryTypes.Calendar));
        Assert.Single(types, type => type == EntryTypes.Policy);
    }

    private static int RuleSetCount => MinhBach.Dossiers.RuleSet.All.Count;

    private static List<LogEntry> Calendars(TestCity city) => [.. city.ShownEntries().Where(entry => entry.Type == EntryTypes.Calendar)];

    // Does something once, between two reads of the time.
    private sealed class MeddlingClock(TimeProvider clock, Func<Task> meddle) : TimeProvider
    {
        public bool Meddled { get; private set; }

        public override DateTimeOffset GetUtcNow()
        {
            if (!Meddled)
            {
                Meddled = true;
                Task.Run(meddle).GetAwaiter().GetResult();
            }

            return clock.GetUtcNow();
        }
    }
}
