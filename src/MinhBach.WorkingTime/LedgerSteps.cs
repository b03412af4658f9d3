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
        var entry = paused with { Kind = DueEntryKind.Resumed, At = now, Remaining = null, Reason = reason, Author = author };
        if (paused.Remaining is not { } remaining || paused.At > paused.Due.At)
            return entry;
        // An extension may promise an hour other than close of work; days keep that hour's day, not the hour.
        var today = calendar.Locate(now).Day;
        var reckoning = remaining.Unit switch
        {
            TermUnit.WorkingHours => InHours(calendar, remaining, now, today),
            TermUnit.WorkingDays => InDays(calendar, today, calendar.RollForward(calendar.AddWorkingDays(today, remaining.Whole)), roll: true),
            TermUnit.Days => InDays(calendar, today, calendar.DayOf(calendar.Days.DateOf(today).PlusDays(remaining.Whole)), rule.RollOverDaysOff),
            TermUnit.Weeks or TermUnit.Months or TermUnit.SameDay => throw new InvalidOperationException($"A pause leaves no {remaining.Unit}."),
        };
        return entry with { Due = reckoning.ToDueDate(calendar), LastDay = calendar.Days.DateOf(reckoning.LastDay) };
    }

    public static DueEntry Replay(ImmutableArray<DueEntry> entries, CountingRule rule, WorkingCalendar calendar)
    {
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
        }

        return current;
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

    private static Reckoning InHours(WorkingCalendar calendar, Term remaining, Instant now, int today)
    {
        var at = calendar.Add(now, remaining.ToWorkingDuration());
        var day = calendar.Locate(at).Day;
        return new Reckoning(today, today, day, day, at);
    }

    private static Reckoning InDays(WorkingCalendar calendar, int today, int last, bool roll)
    {
        var due = roll ? calendar.RollForward(last) : last;
        return new Reckoning(today, today, last, due, calendar.Days[due].End);
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
