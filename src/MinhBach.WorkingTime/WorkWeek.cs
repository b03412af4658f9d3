using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>The hours of an ordinary week: the sessions of each weekday. A weekday without sessions is a weekly day off.</summary>
public sealed class WorkWeek
{
    private readonly ImmutableArray<WorkSession>[] _sessions;
    private readonly ImmutableArray<WorkSession>? _makeUp;

    private WorkWeek(ImmutableArray<WorkSession>[] sessions, ImmutableArray<WorkSession>? makeUp) =>
        (_sessions, _makeUp) = (sessions, makeUp);

    /// <summary>A week with the same sessions from Monday to Friday, and Saturday and Sunday off.</summary>
    /// <param name="sessions">Sessions in order of time, without overlap.</param>
    /// <exception cref="ArgumentException">No session is given, or two overlap.</exception>
    public static WorkWeek MondayToFriday(params ReadOnlySpan<WorkSession> sessions)
    {
        if (sessions.IsEmpty)
            throw new ArgumentException("A working week needs at least one session.", nameof(sessions));
        var checkedSessions = Check(sessions);
        var week = new ImmutableArray<WorkSession>[8];
        for (var day = 0; day < week.Length; day++)
            week[day] = day is >= (int)IsoDayOfWeek.Monday and <= (int)IsoDayOfWeek.Friday ? checkedSessions : [];
        return new WorkWeek(week, null);
    }

    /// <summary>The same week with other sessions on one weekday; none makes it a weekly day off.</summary>
    /// <exception cref="ArgumentException">Two sessions overlap, or the weekday is none.</exception>
    public WorkWeek With(IsoDayOfWeek day, params ReadOnlySpan<WorkSession> sessions)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentException("Name a weekday.", nameof(day));
        var week = (ImmutableArray<WorkSession>[])_sessions.Clone();
        week[(int)day] = Check(sessions);
        return new WorkWeek(week, _makeUp);
    }

    /// <summary>The same week with its own sessions for a make-up working day that falls on a weekly day off.</summary>
    /// <exception cref="ArgumentException">No session is given, or two overlap.</exception>
    public WorkWeek WithMakeUpSessions(params ReadOnlySpan<WorkSession> sessions)
    {
        if (sessions.IsEmpty)
            throw new ArgumentException("A make-up working day needs at least one session.", nameof(sessions));
        return new WorkWeek(_sessions, Check(sessions));
    }

    /// <summary>The sessions of a weekday, in order; empty on a weekly day off.</summary>
    public ImmutableArray<WorkSession> SessionsOn(IsoDayOfWeek day) => _sessions[(int)day];

    /// <summary>
    /// The sessions of a make-up working day: its weekday's own, if that has any; else those set by
    /// <see cref="WithMakeUpSessions"/>; else those of the week's first working weekday.
    /// </summary>
    public ImmutableArray<WorkSession> MakeUpSessionsOn(IsoDayOfWeek day)
    {
        if (!_sessions[(int)day].IsEmpty)
            return _sessions[(int)day];
        return _makeUp ?? Array.Find(_sessions, sessions => !sessions.IsDefault && !sessions.IsEmpty);
    }

    private static ImmutableArray<WorkSession> Check(ReadOnlySpan<WorkSession> sessions)
    {
        for (var i = 1; i < sessions.Length; i++)
        {
            if (sessions[i].Start < sessions[i - 1].End)
                throw new ArgumentException($"Sessions {sessions[i - 1]} and {sessions[i]} overlap or are out of order.", nameof(sessions));
        }

        return [.. sessions];
    }
}
