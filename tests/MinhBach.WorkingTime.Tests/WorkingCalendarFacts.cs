using NodaTime;
using static MinhBach.WorkingTime.Tests.Moments;

namespace MinhBach.WorkingTime.Tests;

public sealed class WorkingCalendarFacts
{
    private readonly WorkingCalendar _plain = Calendar();

    [Theory]
    [InlineData("2026-11-20 08:00", 8, "2026-11-20 17:30")]
    [InlineData("2026-11-20 16:30", 8, "2026-11-23 16:30")]
    [InlineData("2026-11-20 12:00", 1, "2026-11-20 14:30")]
    [InlineData("2026-11-21 10:00", 4, "2026-11-23 12:00")]
    [InlineData("2026-11-20 17:30", 40, "2026-11-27 17:30")]
    public void Hours_of_work_end_at_the_earliest_moment(string start, int hours, string end) =>
        Assert.Equal(end, Local(_plain.Add(At(start), WorkingDuration.FromHours(hours))));

    [Theory]
    [InlineData("2026-11-23 08:00", -1, "2026-11-20 16:30")]
    [InlineData("2026-11-20 17:30", -8, "2026-11-20 08:00")]
    [InlineData("2026-11-20 13:30", -4, "2026-11-20 08:00")]
    public void Hours_of_work_backwards_end_at_the_latest_moment(string start, int hours, string end) =>
        Assert.Equal(end, Local(_plain.Add(At(start), WorkingDuration.FromHours(hours))));

    [Fact]
    public void No_work_leaves_the_moment_where_it_is() =>
        Assert.Equal(At("2026-11-22 03:00"), _plain.Add(At("2026-11-22 03:00"), WorkingDuration.Zero));

    [Theory]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-23", -1, "2026-11-20")]
    [InlineData("2026-11-22", -1, "2026-11-20")]
    [InlineData("2026-11-22", 0, "2026-11-22")]
    public void The_nth_working_day_leaves_the_date_itself_out(string date, int n, string expected) =>
        Assert.Equal(Date(expected), _plain.AddWorkingDays(Date(date), n));

    [Fact]
    public void A_date_outside_says_which_years_are_covered()
    {
        var error = Assert.Throws<CalendarRangeException>(() => _plain.IsWorkingDay(Date("2030-01-01")));
        Assert.Contains("2030-01-01 is outside the working calendar, which covers the years 2016–2029", error.Message, StringComparison.Ordinal);
        Assert.Throws<CalendarRangeException>(() => _plain.IsWorkingDay(Date("2015-12-31")));
        Assert.Throws<CalendarRangeException>(() => _plain.AddWorkingDays(Date("2029-12-20"), 30));
        Assert.Throws<CalendarRangeException>(() => _plain.AddWorkingDays(Date("2016-01-05"), -30));
        Assert.Throws<CalendarRangeException>(() => _plain.RollForward(Date("2029-12-31").PlusDays(1)));
        Assert.Throws<CalendarRangeException>(() => _plain.Add(At("2029-12-31 16:30"), WorkingDuration.FromHours(2)));
        Assert.Throws<CalendarRangeException>(() => _plain.Between(At("2015-12-31 16:30"), At("2016-12-31 16:30")));
    }

    [Fact]
    public void A_make_up_Saturday_is_worked_with_the_hours_of_a_weekday()
    {
        var calendar = Calendar(new CalendarDay(Date("2026-08-22"), DayKind.MakeUpWorking, "Làm bù", "Thông báo", false));
        Assert.True(calendar.IsWorkingDay(Date("2026-08-22")));
        Assert.Equal("2026-08-22 17:30", Local(calendar.ClosingTime(Date("2026-08-22"))));
        Assert.False(calendar.Describe(Date("2026-08-22")).Verified);
    }

    [Fact]
    public void An_agency_inherits_everything_but_its_own_days()
    {
        var national = Calendar(Off("2026-09-02"), Off("2026-09-01"));
        var agency = national.With([
            new CalendarDay(Date("2026-09-01"), DayKind.MakeUpWorking, "Trực", "Lịch của cơ quan", true),
            new CalendarDay(Date("2026-10-12"), DayKind.LocalOff, "Nghỉ", "Lịch của cơ quan", true),
        ]);
        Assert.True(agency.IsWorkingDay(Date("2026-09-01")));
        Assert.False(agency.IsWorkingDay(Date("2026-09-02")));
        Assert.Equal(DayKind.LocalOff, agency.Describe(Date("2026-10-12")).Kind);
        Assert.False(national.IsWorkingDay(Date("2026-09-01")));
        Assert.True(national.IsWorkingDay(Date("2026-10-12")));
    }

    [Fact]
    public void Hours_change_from_a_date_on()
    {
        var summer = WorkWeek.MondayToFriday(WorkSession.Of(7, 0, 11, 30), WorkSession.Of(13, 0, 16, 30));
        var calendar = Calendar().With(new WeeklyHours(OfficeWeek).From(Date("2026-04-15"), summer).From(Date("2026-10-15"), OfficeWeek));
        Assert.Equal("2026-04-14 17:30", Local(calendar.ClosingTime(Date("2026-04-14"))));
        Assert.Equal("2026-04-15 16:30", Local(calendar.ClosingTime(Date("2026-04-15"))));
        Assert.Equal("2026-10-15 08:00", Local(calendar.OpeningTime(Date("2026-10-15"))));
    }

    [Fact]
    public void A_zone_with_summer_time_keeps_local_hours()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var calendar = new WorkingCalendar(new WeeklyHours(OfficeWeek), [], berlin, Date("2026-01-01"), Date("2026-12-31"));
        var friday = Date("2026-03-27").At(new LocalTime(16, 30)).InZoneStrictly(berlin).ToInstant();
        var monday = Date("2026-03-30").At(new LocalTime(9, 0)).InZoneStrictly(berlin).ToInstant();
        Assert.Equal(monday, calendar.Add(friday, WorkingDuration.FromHours(2)));
        Assert.Equal(WorkingDuration.FromHours(2), calendar.Between(friday, monday));
    }

    [Fact]
    public void A_day_given_twice_or_of_an_ordinary_kind_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Calendar(Off("2026-09-02"), Off("2026-09-02")));
        Assert.Throws<ArgumentException>(() => Calendar(Off("2026-09-02") with { Kind = DayKind.Weekend }));
    }

    [Fact]
    public void A_day_off_has_no_closing_time() =>
        Assert.Throws<ArgumentException>(() => _plain.ClosingTime(Date("2026-11-22")));

    [Fact]
    public void Sessions_that_overlap_or_end_before_they_start_are_refused()
    {
        Assert.Throws<ArgumentException>(() => WorkSession.Of(12, 0, 8, 0));
        Assert.Throws<ArgumentException>(() => WorkWeek.MondayToFriday(WorkSession.Of(8, 0, 12, 0), WorkSession.Of(11, 0, 17, 0)));
    }
}
