using MinhBach.Shell;
using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>Days of a count and lines of a ledger in words for people.</summary>
internal static class DayWords
{
    public static string Why(this Words words, ExplainedDay day) => day.Reason switch
    {
        DayReason.Counted => words["Được tính"],
        DayReason.MakeUpWorkingCounted => words["Được tính: ngày làm bù"],
        DayReason.FirstDayExcluded => words["Không tính ngày tiếp nhận (Bộ luật Dân sự 2015, Điều 147)"],
        DayReason.AfterCutOff => words["Nhận sau giờ chốt, tính từ ngày làm việc sau"],
        DayReason.OutsideHours => words["Nhận ngoài giờ làm việc"],
        DayReason.Weekend => words["Nghỉ hằng tuần"],
        DayReason.Holiday => day.Description.Name ?? words["Nghỉ lễ"],
        DayReason.SubstituteOff => day.Description.Name ?? words["Nghỉ hoán đổi"],
        DayReason.LocalOff => day.Description.Name ?? words["Ngày nghỉ riêng"],
        DayReason.RolledOver => words["Ngày cuối rơi vào ngày nghỉ nên chuyển đến đây (Bộ luật Dân sự 2015, Điều 148)"],
    };

    /// <summary>One short word for a cell of the calendar.</summary>
    public static string Short(this Words words, ExplainedDay day) => day.Reason switch
    {
        DayReason.Counted or DayReason.MakeUpWorkingCounted => words.Number(day.RunningCount, 1),
        DayReason.FirstDayExcluded or DayReason.AfterCutOff or DayReason.OutsideHours => words["nhận"],
        DayReason.Weekend => words["nghỉ"],
        DayReason.Holiday or DayReason.SubstituteOff or DayReason.LocalOff => words["lễ"],
        DayReason.RolledOver => words["hạn"],
    };

    /// <summary>T2 … T7, CN: as the heads of a calendar.</summary>
    public static string WeekdayShort(this Words words, NodaTime.IsoDayOfWeek day) => day switch
    {
        NodaTime.IsoDayOfWeek.Monday => words["T2"],
        NodaTime.IsoDayOfWeek.Tuesday => words["T3"],
        NodaTime.IsoDayOfWeek.Wednesday => words["T4"],
        NodaTime.IsoDayOfWeek.Thursday => words["T5"],
        NodaTime.IsoDayOfWeek.Friday => words["T6"],
        NodaTime.IsoDayOfWeek.Saturday => words["T7"],
        _ => words["CN"],
    };

    public static string What(this Words words, DueEntryKind kind) => kind switch
    {
        DueEntryKind.FirstDue => words["Hẹn lần đầu"],
        DueEntryKind.Paused => words["Tạm dừng tính"],
        DueEntryKind.Resumed => words["Tính tiếp"],
        DueEntryKind.Restarted => words["Tính lại từ đầu"],
        DueEntryKind.Extended => words["Xin lỗi và gia hạn"],
        DueEntryKind.Recalculated => words["Tính lại theo lịch mới"],
    };
}
