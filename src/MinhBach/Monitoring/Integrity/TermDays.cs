using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>Questions to a calendar that patterns share. What lies outside its range is held against nobody.</summary>
internal static class TermDays
{
    /// <summary>Of shorter terms every day is near the last: a moment within them says nothing.</summary>
    public const int ShortestTerm = 3;

    /// <summary>So many working days before the due date a term is all but over.</summary>
    public const int LastDays = 1;

    public static bool Covers(this WorkingCalendar calendar, LocalDate day) => day >= calendar.First && day <= calendar.Last;

    /// <summary>Whether an event comes on the last working day before its dossier's due date, on that date, or after it.</summary>
    public static bool IsAtTheEnd(in Seen seen)
    {
        if (seen.Dossier is not { Due: { } due, DueAt: not null, TermFrom: { } from }) return false;
        var (day, calendar) = (seen.Day, seen.Calendar);
        if (!calendar.Covers(day) || !calendar.Covers(due) || !calendar.Covers(from)) return false;
        return day > due || (calendar.CountWorkingDays(from, due) >= ShortestTerm && calendar.CountWorkingDays(day, due) <= LastDays);
    }

    /// <summary>Working time from one moment to another, in seconds; below 0 when the second is earlier.</summary>
    public static long SecondsBetween(this WorkingCalendar calendar, Instant from, Instant to) => calendar.Between(from, to).TotalSeconds;

    /// <summary>Whether a moment lies before the day's work, after it, or on a day off. A break at noon is no such moment.</summary>
    public static bool IsAfterHours(this WorkingCalendar calendar, Instant at)
    {
        var local = at.InZone(calendar.Zone);
        if (!calendar.Covers(local.Date)) return false;
        var sessions = calendar.SessionsOn(local.Date);
        return sessions.IsEmpty || local.TimeOfDay < sessions[0].Start || local.TimeOfDay > sessions[^1].End;
    }
}
