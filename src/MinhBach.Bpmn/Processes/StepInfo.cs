namespace MinhBach.Bpmn;

/// <summary>What our extension namespace says of a step.</summary>
public sealed record StepInfo
{
    /// <summary>Nothing is said.</summary>
    public static StepInfo None { get; } = new();

    /// <summary>The role that does it.</summary>
    public string? Role { get; init; }

    /// <summary>How the unit that does it is found; the host knows the words.</summary>
    public string? UnitRule { get; init; }

    /// <summary>Working hours it may take.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Its term where it is no plain number of working hours, in the host's notation.</summary>
    public string? Term { get; init; }

    /// <summary>Key of the form that is filled in.</summary>
    public string? Form { get; init; }

    /// <summary>What comes out of it.</summary>
    public string? Output { get; init; }

    /// <summary>What is to be done.</summary>
    public string? Description { get; init; }
}
