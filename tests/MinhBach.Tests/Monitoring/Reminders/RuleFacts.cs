using MinhBach.Monitoring.Reminders;

namespace MinhBach.Tests.Monitoring.Reminders;

public sealed class RuleFacts
{
    [Theory]
    [InlineData(100, 100, 0, null)]
    [InlineData(100, 51, 0, null)]
    [InlineData(100, 50, 0, 0)]
    [InlineData(100, 26, 0, 0)]
    [InlineData(100, 25, 0, 1)]
    [InlineData(100, 1, 0, 1)]
    [InlineData(100, 0, 0, 2)]
    [InlineData(100, 0, 1, 3)]
    [InlineData(100, 0, 9, 11)]
    [InlineData(0, 0, 0, 2)]
    public void Stages_follow_the_share_of_time_that_is_left(long whole, long left, int daysOver, int? stage) =>
        Assert.Equal(stage, ReminderRule.Usual.StageOf(whole, left, daysOver));

    [Fact]
    public void Without_daily_reminders_the_last_share_is_the_last_word() =>
        Assert.Equal(ReminderRule.LeaderStage, (ReminderRule.Usual with { Daily = false }).StageOf(100, 0, 5));
}
