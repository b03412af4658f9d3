namespace MinhBach.Bpmn;

/// <summary>How a timer says when it is due.</summary>
public enum TimerKind
{
    /// <summary>An ISO 8601 duration from the moment the timer is armed, such as <c>P3D</c>.</summary>
    Duration,

    /// <summary>An ISO 8601 date or date and time.</summary>
    Date,

    /// <summary>A term of our extension from the moment the timer is armed, such as "16 working hours"; the host counts it.</summary>
    Term,
}

/// <summary>When a timer is due. The engine hands it on; the host, who knows the calendar, computes the instant.</summary>
/// <param name="Kind">How to read <paramref name="Text"/>.</param>
/// <param name="Text">The duration, date or term; in a model, a text that begins with "=" is FEEL that gives it when the timer is armed.</param>
public sealed record TimerSpec(TimerKind Kind, string Text)
{
    internal FeelExpression? Computed { get; init; }
}
