using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>A term counted out: day numbers of the calendar's table.</summary>
/// <param name="ReceivedDay">The day of the given moment.</param>
/// <param name="StartDay">The day on which it counts as received.</param>
/// <param name="LastDay">The last day of the term, before it moves off a day off.</param>
/// <param name="DueDay">The day on which it is due.</param>
/// <param name="At">The instant at which it is due.</param>
internal readonly record struct Reckoning(int ReceivedDay, int StartDay, int LastDay, int DueDay, Instant At)
{
    public DueDate ToDueDate(WorkingCalendar calendar)
    {
        ref readonly var due = ref calendar.Days[DueDay];
        return new DueDate(due.Date, At, due.ProvisionalThrough != calendar.Days[ReceivedDay].ProvisionalBefore);
    }
}
