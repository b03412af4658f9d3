using System.Globalization;
using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Organization;

/// <summary>The week of a desk as people write it and as it is kept: for each weekday its sessions, such as <c>8:00–12:00, 13:30–17:30</c>.</summary>
internal static class DeskHours
{
    private const char BetweenDays = ';';

    private static readonly LocalTimePattern Written = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public static IReadOnlyList<IsoDayOfWeek> Weekdays { get; } = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>The sessions of one day; none where the text is empty.</summary>
    /// <exception cref="RuleBroken">It is no list of hours.</exception>
    public static WorkSession[] Parse(string? text)
    {
        var sessions = (text ?? "").Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Session).ToArray();
        for (var i = 1; i < sessions.Length; i++)
            if (sessions[i].Start < sessions[i - 1].End) throw Unreadable(text);
        return sessions;

        WorkSession Session(string part) =>
            part.Split(['–', '-'], StringSplitOptions.TrimEntries) is [var from, var to]
            && Time(from) is { } start && Time(to) is { } end && start < end ? new(start, end) : throw Unreadable(text);
    }

    /// <summary>The week of seven texts, Monday first.</summary>
    /// <exception cref="RuleBroken">One of them is no list of hours.</exception>
    public static WorkWeek Week(IReadOnlyList<string?> days) =>
        Weekdays.Aggregate(VietnamWeek, (week, day) => week.With(day, Parse(days.ElementAtOrDefault((int)day - 1))));

    public static string Text(IEnumerable<WorkSession> sessions) =>
        string.Join(", ", sessions.Select(session => Written.Format(session.Start) + "–" + Written.Format(session.End)));

    public static string? Stored(WorkWeek? week) =>
        week is null ? null : string.Join(BetweenDays, Weekdays.Select(day => Text(week.SessionsOn(day))));

    public static WorkWeek? Read(string? stored) => stored is null ? null : Week(stored.Split(BetweenDays));

    /// <summary>Weekdays with the same hours together: “Thứ Hai–Thứ Sáu: 8:00–12:00, 13:30–17:30”. Days on which it is closed are left out.</summary>
    public static IEnumerable<string> Lines(WorkWeek week, Words words)
    {
        for (var i = 0; i < Weekdays.Count;)
        {
            var (first, hours) = (Weekdays[i], Text(week.SessionsOn(Weekdays[i])));
            var last = first;
            while (++i < Weekdays.Count && Text(week.SessionsOn(Weekdays[i])) == hours) last = Weekdays[i];
            if (hours.Length > 0) yield return (first == last ? words.Weekday(first) : $"{words.Weekday(first)} – {words.Weekday(last)}") + ": " + hours;
        }
    }

    // Any week will do to start from: every weekday of it is replaced.
    private static WorkWeek VietnamWeek { get; } = WorkWeek.MondayToFriday(WorkSession.Of(8, 0, 17, 0));

    private static LocalTime? Time(string text)
    {
        var (hour, minute) = text.Replace('h', ':').Split(':', 2) is [var h, var m] ? (h, m) : (text, "00");
        return int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(minute.Length == 0 ? "00" : minute, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && hours < 24 && minutes < 60 ? new LocalTime(hours, minutes) : null;
    }

    private static RuleBroken Unreadable(string? text) =>
        new("organization.desk-hours", "Không đọc được giờ “{0}”. Hãy viết như 8:00–12:00, 13:30–17:30.", text ?? "");
}
