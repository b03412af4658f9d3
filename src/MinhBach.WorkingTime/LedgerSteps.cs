using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>The steps of a ledger as functions from one entry to the next, so that a history can be replayed on another calendar.</summary>
internal static class LedgerSteps
{
    public static DueEntry Begin(DueEntryKind kind, WorkingCalendar calendar, Term term, CountingRule rule, Instant from, string reason, string author)
    {
        var reckoning = TermClock.Reckon(calendar, term, rule, from);
        return new DueEntry(kind, from, term, reckoning.ToDueDate(calendar), calendar.Days.DateOf(reckoning.LastDay), null, reason, author);
    }

    public static DueEntry Pause(DueEntry current, WorkingCalendar calendar, Instant now, string reason, string author) =>
        current with { Kind = DueEntryKind.Paused, At = now, Remaining = Remaining(current, calendar, now), Reason = reason, Author = author };

    public static DueEntry Resume(DueEntry paused, CountingRule rule, WorkingCalendar calendar, Instant now, string reason, string author)
    {
        if (paused.Remaining is not { } remaining || IsLate(paused))
            return paused with { Kind = DueEntryKind.Resumed, At = now, Remaining = null, Reason = reason, Author = author };
        return Begin(DueEntryKind.Resumed, calendar, remaining, Resuming(rule), now, reason, author) with { Term = paused.Term };
    }

    /// <summary>Whether the date had passed when the clock stopped.</summary>
    public static bool IsLate(DueEntry paused) => paused.At > paused.Due.At;

    /// <summary>How what was left is counted: the day of return is not, whatever its hour.</summary>
    public static CountingRule Resuming(CountingRule rule) =>
        rule with { FirstDayExcluded = true, ReceivedOnlyAtWork = false, CutOff = null, SameDayCutOff = null };

    /// <summary>The ledger after each entry as it would have been on this calendar.</summary>
    public static ImmutableArray<DueEntry> Replay(ImmutableArray<DueEntry> entries, CountingRule rule, WorkingCalendar calendar)
    {
        var replayed = ImmutableArray.CreateBuilder<DueEntry>(entries.Length);
        var current = entries[0];
        foreach (var entry in entries)
        {
            current = entry.Kind switch
            {
                DueEntryKind.FirstDue or DueEntryKind.Restarted => Begin(entry.Kind, calendar, entry.Term, rule, entry.At, entry.Reason, entry.Author),
                DueEntryKind.Paused => Pause(current, calendar, entry.At, entry.Reason, entry.Author),
                DueEntryKind.Resumed => Resume(current, rule, calendar, entry.At, entry.Reason, entry.Author),
                DueEntryKind.Extended => entry with { Due = Kept(entry.Due, calendar), LastDay = entry.Due.Date },
                DueEntryKind.Recalculated => current,
            };
            replayed.Add(current);
        }

        return replayed.MoveToImmutable();
    }

    private static Term Remaining(DueEntry current, WorkingCalendar calendar, Instant now)
    {
        if (current.Term.IsHours)
            return Term.WorkingHours(Math.Max(0, calendar.Between(now, current.Due.At).TotalHours));
        var today = calendar.DateOf(now);
        return current.Term.Unit is TermUnit.WorkingDays or TermUnit.SameDay
            ? Term.WorkingDays(Math.Max(0, calendar.CountWorkingDays(today, current.Due.Date)))
            : Term.Days(Math.Max(0, Period.DaysBetween(today, current.LastDay)));
    }

    private static DueDate Kept(DueDate promised, WorkingCalendar calendar)
    {
        var day = calendar.DayOf(promised.Date);
        if (calendar.Days.IsWorking(day))
            return promised with { IsProvisional = !calendar.IsPublished(promised.Date.Year) };
        var due = calendar.RollForward(day);
        return new Reckoning(day, day, day, due, calendar.Days[due].End).ToDueDate(calendar);
    }
}
