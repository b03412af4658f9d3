using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>Counts terms on a working calendar.</summary>
public static class TermClock
{
    /// <summary>
    /// When a term that starts at a moment is due: terms in days at close of work of the due day, terms in hours at the
    /// exact instant.
    /// </summary>
    /// <param name="calendar">The working calendar to count on.</param>
    /// <param name="term">How long.</param>
    /// <param name="rule">How to count.</param>
    /// <param name="from">The given moment: receipt, acceptance, restart.</param>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public static DueDate Due(WorkingCalendar calendar, Term term, CountingRule rule, Instant from)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(rule);
        return term.IsWholeWorkingDays && rule.FirstDayExcluded
            ? AfterWorkingDays(calendar, term, rule, from)
            : Reckon(calendar, term, rule, from).ToDueDate(calendar);
    }

    /// <summary>The same due date, with every day counted and every day skipped, and why.</summary>
    /// <param name="calendar">The working calendar to count on.</param>
    /// <param name="term">How long.</param>
    /// <param name="rule">How to count.</param>
    /// <param name="from">The given moment: receipt, acceptance, restart.</param>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public static DueExplanation Explain(WorkingCalendar calendar, Term term, CountingRule rule, Instant from)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(rule);
        return new Explainer(calendar, term, rule, from).Explain();
    }

    internal static Reckoning Reckon(WorkingCalendar calendar, Term term, CountingRule rule, Instant from)
    {
        var (received, second) = calendar.Locate(from);
        var start = StartDay(calendar, term, rule, received, second);
        if (term.IsHours)
            return InHours(calendar, term, from, received, start);

        var before = rule.FirstDayExcluded || term.Whole == 0 ? start : start - 1;
        switch (term.Unit)
        {
            case TermUnit.SameDay:
                return At(calendar, received, start, start, start);
            case TermUnit.WorkingDays when term.Whole == 0:
                return At(calendar, received, start, start, calendar.RollForward(start));
            case TermUnit.WorkingDays:
                var due = before < 0 ? calendar.AddWorkingDays(calendar.RollForward(0), term.Whole - 1) : calendar.AddWorkingDays(before, term.Whole);
                return At(calendar, received, start, due, due);
            case TermUnit.Days or TermUnit.Weeks or TermUnit.Months or TermUnit.WorkingHours:
            default:
                var last = CalendarEnd(calendar, term, start) - (start - before);
                return At(calendar, received, start, last, rule.RollOverDaysOff ? calendar.RollForward(last) : last);
        }
    }

    /// <summary>What <see cref="Reckon"/> gives for the commonest term by far, in three look-ups.</summary>
    private static DueDate AfterWorkingDays(WorkingCalendar calendar, Term term, CountingRule rule, Instant from)
    {
        var (received, second) = calendar.Locate(from);
        var start = rule.ReceivesAllDay ? received : StartDay(calendar, term, rule, received, second);
        ref readonly var due = ref calendar.Days[calendar.AddWorkingDays(start, term.Whole)];
        return new DueDate(due.Date, due.End, due.ProvisionalThrough != calendar.Days[received].ProvisionalBefore);
    }

    private static Reckoning InHours(WorkingCalendar calendar, Term term, Instant from, int received, int start)
    {
        var at = calendar.Add(start == received ? from : calendar.OpeningOf(start), term.ToWorkingDuration());
        var due = calendar.Locate(at).Day;
        return new Reckoning(received, start, due, due, at);
    }

    private static Reckoning At(WorkingCalendar calendar, int received, int start, int last, int due) =>
        new(received, start, last, due, calendar.Days[due].End);

    private static int CalendarEnd(WorkingCalendar calendar, Term term, int start)
    {
        var date = calendar.Days.DateOf(start);
        // BLDS 2015 Đ148 k3–4: weeks and months end on the corresponding day, or on the month's last day.
        var end = term.Unit switch
        {
            TermUnit.Days => date.PlusDays(term.Whole),
            TermUnit.Weeks => date.PlusWeeks(term.Whole),
            TermUnit.Months => date.PlusMonths(term.Whole),
            TermUnit.WorkingHours or TermUnit.WorkingDays or TermUnit.SameDay =>
                throw new InvalidOperationException($"A term in {term.Unit} has no calendar end."),
        };
        return calendar.DayOf(end);
    }

    /// <summary>The day on which something counts as received.</summary>
    private static int StartDay(WorkingCalendar calendar, Term term, CountingRule rule, int day, int second)
    {
        var sameDay = term.Unit == TermUnit.SameDay;
        if (second > rule.CutOffSecond || (sameDay && second > rule.SameDayCutOffSecond))
            return calendar.RollForward(day + 1);
        // Hours wait by themselves for the next opening.
        if (term.IsHours || !(rule.ReceivedOnlyAtWork || sameDay))
            return day;
        if (!calendar.Days.IsWorking(day))
            return calendar.RollForward(day);
        return second > calendar.Days.PatternOf(day).ClosingSecond ? calendar.RollForward(day + 1) : day;
    }
}
