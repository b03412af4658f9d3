using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>
/// Simulated time in slots of ten minutes: whatever falls into one slot is handed to the lanes together and gets one
/// instant somewhere inside it. Officials act only in slots that lie wholly in working hours.
/// </summary>
internal sealed class Timetable(WorkingCalendar calendar, int seed)
{
    public const int SlotSeconds = 600;

    public WorkingCalendar Calendar => calendar;

    public static long SlotOf(Instant at) => at.ToUnixTimeSeconds() / SlotSeconds;

    public Instant InstantOf(long slot) =>
        Instant.FromUnixTimeSeconds((slot * SlotSeconds) + Dice.For(seed, slot).Below(SlotSeconds - 1));

    /// <summary>The slot of an instant, or the next one in working hours.</summary>
    public long WorkingSlot(Instant at)
    {
        var slot = SlotOf(at);
        while (true)
        {
            var start = Instant.FromUnixTimeSeconds(slot * SlotSeconds);
            var local = start.InZone(CityTime.Zone);
            var day = local.Date;
            if (calendar.IsWorkingDay(day))
            {
                foreach (var session in calendar.SessionsOn(day))
                {
                    // The slots are cut so that sessions begin and end with one.
                    if (local.TimeOfDay >= session.Start && local.TimeOfDay < session.End) return slot;
                    if (local.TimeOfDay < session.Start) return SlotOf(day.At(session.Start).InZoneLeniently(CityTime.Zone).ToInstant());
                }
            }

            slot = SlotOf(calendar.OpeningTime(calendar.RollForward(day.PlusDays(1))));
        }
    }

    public Instant AfterWork(Instant now, double hours) => calendar.Add(now, WorkingDuration.FromSeconds(Math.Max(60, (long)(hours * 3600))));

    public double HoursUntil(Instant now, Instant due) => due <= now ? 0 : (double)calendar.Between(now, due).TotalHours;

    /// <summary>A time of day at which people see to their own affairs, some days later.</summary>
    public static Instant InPrivateTime(Dice dice, Instant now, double days)
    {
        var day = now.Plus(Duration.FromDays(days)).DateInCity();
        var at = day.At(new LocalTime(dice.Between(7, 21), dice.Below(60))).InZoneLeniently(CityTime.Zone).ToInstant();
        return at > now ? at : now.Plus(Duration.FromMinutes(dice.Between(30, 180)));
    }
}
