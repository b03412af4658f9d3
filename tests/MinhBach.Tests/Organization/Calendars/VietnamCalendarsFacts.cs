using System.Text.Json;
using MinhBach.Organization.Calendars;
using MinhBach.Testing;
using MinhBach.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Tests.Organization.Calendars;

public sealed class VietnamCalendarsFacts
{
    // What the public data set does not have, and why ours does.
    private static readonly Dictionary<string, string> KnownDifferences = new(StringComparer.Ordinal)
    {
        ["2025-05-02"] = "swapped off after the data set was made; Saturday 26/4/2025 was worked",
        ["2026-01-02"] = "swapped off after the data set was made; Saturday 10/1/2026 was worked",
        ["2026-08-31"] = "swapped off after the data set was made; Saturday 22/8/2026 was worked",
        ["2026-11-24"] = "Vietnam Culture Day, new by NQ 28/2026/QH16",
        ["2027-11-24"] = "Vietnam Culture Day, new by NQ 28/2026/QH16",
    };

    [Fact]
    public void Eleven_years_ship_and_only_the_last_is_an_estimate()
    {
        Assert.Equal(Enumerable.Range(2017, 11), VietnamCalendars.Years.Select(file => file.Year));
        Assert.Equal([2027], VietnamCalendars.Years.Where(file => !file.Published).Select(file => file.Year));
    }

    [Fact]
    public void Every_day_says_what_it_rests_on_and_what_is_not_verified_says_why() =>
        Assert.All(VietnamCalendars.Years.SelectMany(file => file.Days), day =>
        {
            Assert.NotEmpty(day.LegalBasis);
            Assert.True(day.Verified || !string.IsNullOrEmpty(day.Note), $"{day.Date}: unverified without a note");
        });

    [Fact]
    public void Each_swapped_day_has_its_make_up_day_and_back()
    {
        var days = VietnamCalendars.National.Exceptions;
        Assert.Equal(days.Count(day => day.Kind == DayKind.SubstituteOff), days.Count(day => day.Kind == DayKind.MakeUpWorking));
        Assert.All(days.Where(day => day.Kind == DayKind.SubstituteOff), day => Assert.InRange(day.Date.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));
        Assert.All(days.Where(day => day.Kind == DayKind.MakeUpWorking), day => Assert.Equal(IsoDayOfWeek.Saturday, day.Date.DayOfWeek));
    }

    [Fact]
    public void Weekdays_off_agree_with_the_public_data_but_for_the_differences_explained()
    {
        using var file = File.OpenRead(SharedData.Find("holidays/VN_COMMON.json"));
        var theirs = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.Keys
            .Select(key => LocalDatePattern.Iso.Parse(key).Value)
            .Where(date => date.Year is >= 2017 and <= 2027 && IsWeekday(date))
            .ToHashSet();
        var ours = VietnamCalendars.National.Exceptions
            .Where(day => day.Kind != DayKind.MakeUpWorking && IsWeekday(day.Date))
            .Select(day => day.Date)
            .ToHashSet();
        Assert.Empty(theirs.Except(ours));
        Assert.Equal(KnownDifferences.Keys.Order(StringComparer.Ordinal), ours.Except(theirs).Order().Select(LocalDatePattern.Iso.Format));
    }

    private static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
