using NodaTime;
using static MinhBach.WorkingTime.Tests.Moments;

namespace MinhBach.WorkingTime.Tests;

public sealed class ServiceHoursFacts
{
    private readonly ServiceHours _desk = new(Vietnam.Calendar, new WeeklyHours(OfficeWeek.With(IsoDayOfWeek.Saturday, WorkSession.Of(8, 0, 11, 30))));

    [Theory]
    [InlineData("2026-11-21 08:00", true)]
    [InlineData("2026-11-21 11:30", false)]
    [InlineData("2026-11-20 12:30", false)]
    [InlineData("2026-11-24 09:00", false)]
    [InlineData("2026-08-31 09:00", false)]
    [InlineData("2026-08-22 09:00", true)]
    public void The_desk_opens_on_Saturday_mornings_but_not_on_holidays(string now, bool open) =>
        Assert.Equal(open, _desk.IsOpen(At(now)));

    [Theory]
    [InlineData("2026-11-20 18:00", "2026-11-21 08:00")]
    [InlineData("2026-11-21 12:00", "2026-11-23 08:00")]
    [InlineData("2026-11-20 12:30", "2026-11-20 13:30")]
    [InlineData("2026-11-20 09:30", "2026-11-20 09:30")]
    public void The_next_opening_is_found(string now, string next) => Assert.Equal(next, Local(_desk.NextOpening(At(now))));

    [Fact]
    public void A_Saturday_desk_never_changes_a_deadline() =>
        Assert.Equal(Date("2026-11-25"), TermClock.Due(Vietnam.Calendar, Term.WorkingDays(2), CountingRule.OneStop, At("2026-11-20 09:00")).Date);
}
