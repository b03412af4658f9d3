using System.Text.Json;
using MinhBach.Dossiers;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Transparency.Enter;

/// <summary>
/// What a reader needs to understand the rest and no event of the journal tells: the rule sets on due dates, and the working calendar
/// of each year, of the city and of agencies that differ. They come with the program, and are told again when they became others.
/// </summary>
internal sealed class StandingFacts(EntryStore store, CityCalendars calendars)
{
    private static readonly IsoDayOfWeek[] Week = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None)];

    /// <summary>Tells what the log does not know yet. Two queries.</summary>
    public async Task TellAsync(EntryMaker maker, OrganizationMap organization, CancellationToken cancellation)
    {
        var rules = (await store.OfTopicAsync(EntryTypes.RuleSet, cancellation)).Select(entry => entry.Facts?.GetRawText()).ToHashSet(StringComparer.Ordinal);
        foreach (var one in RuleSet.All.Where(one => !rules.Contains(LogEntryJson.Facts(Told(one)).GetRawText()))) maker.Tell(EntryTypes.RuleSet, Told(one));
        var known = (await store.OfTopicAsync(EntryTypes.Calendar, cancellation))
            .GroupBy(entry => (entry.Agency, Year: LogEntryJson.Facts<ToldYear>(entry).Year))
            .ToDictionary(year => year.Key, year => year.Last().Facts!.Value.GetRawText());
        foreach (var (agency, year) in Years(organization))
        {
            if (known.GetValueOrDefault((agency, year.Year)) != LogEntryJson.Facts(year).GetRawText()) maker.Tell(EntryTypes.Calendar, year, agency);
        }
    }

    private IEnumerable<(string? Agency, ToldYear Year)> Years(OrganizationMap organization)
    {
        var city = Years(calendars.City).ToList();
        foreach (var year in city) yield return (null, year);
        foreach (var agency in organization.Agencies.Where(agency => !ReferenceEquals(calendars.For(agency.Id), calendars.City)))
        {
            // Only the years in which it differs.
            foreach (var year in Years(calendars.For(agency.Id)).Where(year => city.Find(other => other.Year == year.Year)?.Days.SequenceEqual(year.Days) != true))
                yield return (agency.Code, year);
        }
    }

    private static IEnumerable<ToldYear> Years(WorkingCalendar calendar) => calendar.Exceptions.GroupBy(day => day.Date.Year).OrderBy(year => year.Key).Select(year =>
    {
        var hours = calendar.Hours.On(new(year.Key, 1, 1));
        return new ToldYear(
            year.Key, calendar.Zone.Id, calendar.IsPublished(year.Key), [.. Week.Select(day => Sessions(hours.SessionsOn(day)))], [.. Week.Select(day => Sessions(hours.MakeUpSessionsOn(day)))],
            [.. year.OrderBy(day => day.Date).Select(day => new ToldDay(day.Date, JsonNamingPolicy.CamelCase.ConvertName(day.Kind.ToString()), day.Name, day.LegalBasis, day.Verified))]);
    });

    private static List<string> Sessions(IEnumerable<WorkSession> sessions) => [.. sessions.Select(session => $"{Time(session.Start)}-{Time(session.End)}")];

    private static string Time(LocalTime time) => LocalTimePattern.GeneralIso.Format(time)[..5];

    private static ToldRules Told(RuleSet rules) => new(rules.Name, rules.Decree, rules.From, rules.OnSupplement, rules.Extensions, rules.ApologyLeadDays);

    private sealed record ToldRules(string Name, string Decree, LocalDate From, OnSupplement OnSupplement, int Extensions, int ApologyLeadDays);

    private sealed record ToldYear(int Year, string Zone, bool Published, IReadOnlyList<List<string>> Hours, IReadOnlyList<List<string>> MakeUpHours, IReadOnlyList<ToldDay> Days);

    private sealed record ToldDay(LocalDate Date, string Kind, string Name, string LegalBasis, bool Verified);
}
