using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// A due date as a ledger: what it was first, and every pause, restart, extension and recalculation since, with reason and
/// author. Immutable: each operation returns the ledger with one more entry. How often and when each is allowed is for the
/// rule set of the dossier to say, not for the ledger.
/// </summary>
public sealed class DueLedger
{
    private DueLedger(CountingRule rule, ImmutableArray<DueEntry> entries) => (Rule, Entries) = (rule, entries);

    /// <summary>How terms are counted.</summary>
    public CountingRule Rule { get; }

    /// <summary>The entries in order; the first is <see cref="DueEntryKind.FirstDue"/>.</summary>
    public ImmutableArray<DueEntry> Entries { get; }

    /// <summary>The date promised first. It never changes.</summary>
    public DueDate FirstDue => Entries[0].Due;

    /// <summary>The date as it stands; while paused, the one that stood when the clock stopped.</summary>
    public DueDate CurrentDue => Current.Due;

    /// <summary>Whether the clock stands still.</summary>
    public bool IsPaused => Current.Remaining is not null;

    /// <summary>How often a later date was promised.</summary>
    public int ExtensionCount => Entries.Count(entry => entry.Kind == DueEntryKind.Extended);

    private DueEntry Current => Entries[^1];

    /// <summary>Starts the clock.</summary>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public static DueLedger Start(WorkingCalendar calendar, Term term, CountingRule rule, Instant from, string author, string reason = "")
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(rule);
        return new DueLedger(rule, [LedgerSteps.Begin(DueEntryKind.FirstDue, calendar, term, rule, from, reason, author)]);
    }

    /// <summary>A ledger from entries kept elsewhere.</summary>
    /// <exception cref="ArgumentException">There are none, or the first does not set the first due date.</exception>
    public static DueLedger FromEntries(CountingRule rule, IEnumerable<DueEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ImmutableArray<DueEntry> kept = [.. entries];
        if (kept.IsEmpty || kept[0].Kind != DueEntryKind.FirstDue)
            throw new ArgumentException("A ledger begins with the first due date.", nameof(entries));
        return new DueLedger(rule, kept);
    }

    /// <summary>Stops the clock and keeps what is left: working time to the second, or whole days after today.</summary>
    /// <exception cref="InvalidOperationException">The clock already stands still.</exception>
    public DueLedger Pause(WorkingCalendar calendar, Instant now, string reason, string author)
    {
        if (IsPaused)
            throw new InvalidOperationException("The clock already stands still.");
        return Append(LedgerSteps.Pause(Current, calendar, now, reason, author));
    }

    /// <summary>
    /// Lets the clock go on with what was left. A date that had passed when the clock stopped stays as it was: a pause
    /// does not undo lateness.
    /// </summary>
    /// <exception cref="InvalidOperationException">The clock is running.</exception>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public DueLedger Resume(WorkingCalendar calendar, Instant now, string reason, string author)
    {
        if (!IsPaused)
            throw new InvalidOperationException("The clock is running.");
        return Append(LedgerSteps.Resume(Current, Rule, calendar, now, reason, author));
    }

    /// <summary>Begins the term anew from now, whether or not the clock was standing.</summary>
    /// <param name="calendar">The working calendar to count on.</param>
    /// <param name="now">The moment from which the term runs.</param>
    /// <param name="term">The term; null: the one that ran.</param>
    /// <param name="reason">Why, in words for people.</param>
    /// <param name="author">Who, in words for people.</param>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public DueLedger Restart(WorkingCalendar calendar, Instant now, Term? term, string reason, string author) =>
        Append(LedgerSteps.Begin(DueEntryKind.Restarted, calendar, term ?? Current.Term, Rule, now, reason, author));

    /// <summary>Promises a later date.</summary>
    /// <exception cref="InvalidOperationException">The clock stands still.</exception>
    /// <exception cref="ArgumentException">The new date is not later than the current one.</exception>
    public DueLedger Extend(DueDate newDue, Instant now, string reason, string author)
    {
        if (IsPaused)
            throw new InvalidOperationException("The clock stands still; let it go on before promising a later date.");
        if (newDue.At <= CurrentDue.At)
            throw new ArgumentException($"The new date ({newDue.Date:uuuu-MM-dd}) must be later than the current one ({CurrentDue.Date:uuuu-MM-dd}).", nameof(newDue));
        return Append(Current with { Kind = DueEntryKind.Extended, At = now, Due = newDue, LastDay = newDue.Date, Reason = reason, Author = author });
    }

    /// <summary>
    /// Counts the whole history again on a changed calendar. Promised extensions keep their date unless it is off now.
    /// Nothing is added if the date stays as it was.
    /// </summary>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public DueLedger Recalculate(WorkingCalendar calendar, Instant now, string reason, string author)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var replayed = LedgerSteps.Replay(Entries, Rule, calendar)[^1];
        if (replayed.Due == Current.Due && replayed.Remaining == Current.Remaining && replayed.LastDay == Current.LastDay)
            return this;
        return Append(replayed with { Kind = DueEntryKind.Recalculated, At = now, Reason = reason, Author = author });
    }

    /// <summary>
    /// How the current date was counted on a calendar: from the last start, restart or return of the clock. Of a promised
    /// later date it explains the count before the promise; the entry itself says why it was moved.
    /// </summary>
    /// <exception cref="CalendarRangeException">The count leaves the dates that the calendar covers.</exception>
    public DueExplanation Explain(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var replayed = LedgerSteps.Replay(Entries, Rule, calendar);
        for (var i = Entries.Length - 1; i > 0; i--)
        {
            if (Entries[i].Kind == DueEntryKind.Restarted)
                return TermClock.Explain(calendar, Entries[i].Term, Rule, Entries[i].At);
            if (Entries[i].Kind == DueEntryKind.Resumed && replayed[i - 1] is { Remaining: { } remaining } paused && !LedgerSteps.IsLate(paused))
                return TermClock.Explain(calendar, remaining, LedgerSteps.Resuming(Rule), Entries[i].At);
        }

        return TermClock.Explain(calendar, Entries[0].Term, Rule, Entries[0].At);
    }

    private DueLedger Append(DueEntry entry) => new(Rule, Entries.Add(entry));
}
