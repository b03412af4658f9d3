namespace MinhBach.Monitoring.Reminders;

/// <summary>When an agency wants people to be reminded of an open step.</summary>
/// <param name="Agency">The agency; 0 for all that set nothing of their own.</param>
/// <param name="First">Percent of the step's time that is left when whoever has it is reminded, 0 to 100.</param>
/// <param name="Second">The same for the head of the unit as well; no more than the first.</param>
/// <param name="Third">The same for the leader of the agency as well; no more than the second.</param>
/// <param name="Daily">Whether all of them are reminded on each working day after the due date.</param>
/// <param name="Revision">Rises with every change.</param>
internal sealed record ReminderRule(long Agency, int First, int Second, int Third, bool Daily, long Revision)
{
    /// <summary>The stage that includes the leader of the agency; later ones are working days after the due date.</summary>
    public const int LeaderStage = 2;

    /// <summary>What holds where an agency set nothing.</summary>
    public static ReminderRule Usual { get; } = new(0, 50, 25, 0, Daily: true, 0);

    /// <summary>How far a step is: 0, 1 or 2 for the three shares, 3 and more for working days after the due date; null before the first share.</summary>
    /// <param name="whole">Working seconds from the opening of the step to its due date.</param>
    /// <param name="left">Working seconds that are left; 0 when none is.</param>
    /// <param name="daysOver">Working days after the day of the due date.</param>
    public int? StageOf(long whole, long left, int daysOver)
    {
        if (daysOver > 0 && Daily) return LeaderStage + daysOver;
        bool Reached(int percent) => left * 100 <= whole * percent;
        return Reached(Third) ? LeaderStage : Reached(Second) ? 1 : Reached(First) ? 0 : null;
    }
}
