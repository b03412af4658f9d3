using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Monitoring.Reminders;

/// <summary>A reminder that somebody got.</summary>
internal sealed class ReminderRow
{
    public long Id { get; init; }

    /// <summary>Who got it.</summary>
    public long PersonId { get; init; }

    /// <summary>The dossier; 0 for what a week brings.</summary>
    public long DossierId { get; init; }

    public int Task { get; init; }

    public string? Step { get; init; }

    /// <summary>The due date of the step, or the Monday of the week.</summary>
    public Instant DueAt { get; init; }

    /// <summary>As <see cref="ReminderRule.StageOf"/> tells it.</summary>
    public int Stage { get; init; }

    public Instant At { get; init; }

    /// <summary>For a week: open steps that are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>For a week: dossiers that are likely to be late.</summary>
    public int Likely { get; init; }

    /// <summary>When it was read; null before.</summary>
    public Instant? ReadAt { get; init; }
}

/// <summary>A <see cref="ReminderRule"/> that an agency set.</summary>
internal sealed record ReminderRuleRow(long AgencyId, int First, int Second, int Third, bool Daily, long Revision, long LastSequence)
{
    public ReminderRule ToRule() => new(AgencyId, First, Second, Third, Daily, Revision);
}

/// <summary>People were reminded of an open step. It stands in a stream of its own: a reminder changes nothing in the dossier.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Task">The step.</param>
/// <param name="DueAt">The step's due date then.</param>
/// <param name="Stage">How far the step was: 0 to 2 for the shares of its time, 3 and more for working days after its due date.</param>
/// <param name="People">Who was reminded.</param>
[JournalEvent("monitoring.stepReminded")]
internal sealed record StepReminded(long Dossier, int Task, Instant DueAt, int Stage, IReadOnlyList<long> People)
{
    /// <summary>The stream of the journal that is about reminders.</summary>
    public const string Stream = "reminder";
}

/// <summary>People were told what the week brings.</summary>
/// <param name="Monday">Its first day.</param>
/// <param name="People">Who was told.</param>
[JournalEvent("monitoring.weekReminded")]
internal sealed record WeekReminded(LocalDate Monday, IReadOnlyList<long> People);

/// <summary>An agency set when its people are reminded.</summary>
[JournalEvent("monitoring.reminderRuleSet")]
internal sealed record ReminderRuleSet(long Agency, int First, int Second, int Third, bool Daily)
{
    /// <summary>The stream of an agency's rule, by the agency's id.</summary>
    public const string Stream = "reminder-rule";
}
