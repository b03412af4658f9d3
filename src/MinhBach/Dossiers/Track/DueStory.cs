using MinhBach.WorkingTime;

namespace MinhBach.Dossiers;

/// <summary>Why the due date is what it is: the ledger, and the days of the count that runs now.</summary>
/// <param name="Ledger">Every line of the due date.</param>
/// <param name="Days">Day by day; null while the clock stands still or when the calendar has changed since.</param>
internal sealed record DueStory(DueLedger Ledger, DueExplanation? Days)
{
    public static DueStory Of(DueLedger ledger, WorkingCalendar calendar) => new(ledger, ledger.IsPaused ? null : Explained(ledger, calendar));

    public DueEntry Current => Ledger.Entries[^1];

    private static DueExplanation? Explained(DueLedger ledger, WorkingCalendar calendar)
    {
        var start = ledger.Entries.Length - 1;
        while (ledger.Entries[start].Kind is not (DueEntryKind.FirstDue or DueEntryKind.Restarted or DueEntryKind.Resumed)) start--;
        var begun = ledger.Entries[start];
        var term = begun.Kind == DueEntryKind.Resumed ? ledger.Entries[start - 1].Remaining ?? begun.Term : begun.Term;
        try
        {
            var explained = TermClock.Explain(calendar, term, ledger.Rule, begun.At);
            // An explanation that ends elsewhere would explain nothing.
            return ledger.Entries.Skip(start).Any(entry => entry.Due.Date == explained.Due.Date) ? explained : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
