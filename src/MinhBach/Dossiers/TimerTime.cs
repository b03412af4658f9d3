using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Dossiers;

/// <summary>When a timer of a process is due: the engine gives the specification, the calendar of the agency the instant.</summary>
internal static class TimerTime
{
    public static Instant Of(TimerSpec spec, WorkingCalendar calendar, Instant now)
    {
        var text = spec.Text.Trim();
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } moment) return moment.Value.ToInstant();
        if (PeriodPattern.NormalizingIso.Parse(text) is { Success: true } period) return now.InZone(CityTime.Zone).LocalDateTime.Plus(period.Value).InZoneLeniently(CityTime.Zone).ToInstant();
        // Our own form: working hours, such as "8h" or "8".
        return decimal.TryParse(text.TrimEnd('h', ' '), System.Globalization.CultureInfo.InvariantCulture, out var hours)
            ? calendar.Add(now, WorkingDuration.FromHours(hours))
            : throw new RuleBroken("process.timer", "Quy trình có mốc hẹn giờ không đọc được: “{0}”.", text);
    }
}
