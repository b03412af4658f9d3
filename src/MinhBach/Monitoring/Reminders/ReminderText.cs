using NodaTime;

namespace MinhBach.Monitoring.Reminders;

/// <summary>What a reminder says, on the page and in the mail.</summary>
internal static class ReminderText
{
    /// <summary>A Vietnamese sentence for the words, and what stands in its places.</summary>
    public static (string Sentence, object[] Values) Of(ReminderRow row, Func<Instant, string> moment)
    {
        if (row.DossierId == 0) return ("Tuần này: {0} bước đang quá hạn, {1} hồ sơ nhiều khả năng trễ.", [row.Overdue, row.Likely]);
        return row.Stage switch
        {
            < ReminderRule.LeaderStage => ("Bước “{0}” đến hạn lúc {1}.", [row.Step ?? "", moment(row.DueAt)]),
            ReminderRule.LeaderStage => ("Bước “{0}” hết thời gian lúc {1}.", [row.Step ?? "", moment(row.DueAt)]),
            _ => ("Bước “{0}” đã quá hạn {1} ngày làm việc.", [row.Step ?? "", row.Stage - ReminderRule.LeaderStage]),
        };
    }
}
