namespace MinhBach.Procedures;

/// <summary>
/// One step of a process in its table form: who does what in how many working hours (8 hours = 1 working day).
/// Roles are the keys of <see cref="StepRoles"/>, units those of <see cref="StepUnits"/>.
/// </summary>
public sealed record StepRow(
    string Key,
    string Name,
    string RoleKey,
    string UnitRule,
    decimal Hours,
    string? Output,
    string? Description);

/// <summary>The roles that steps are given to.</summary>
public static class StepRoles
{
    public const string OneStopOfficer = "one-stop-officer";
    public const string Specialist = "specialist";
    public const string HeadOfUnit = "head-of-unit";
    public const string Leader = "leader";

    /// <summary>Văn thư: numbers, stamps and sends out.</summary>
    public const string Clerk = "clerk";

    public static IReadOnlyList<string> All { get; } = [OneStopOfficer, Specialist, HeadOfUnit, Leader, Clerk];
}

/// <summary>The rules that say which unit of the receiving agency takes a step.</summary>
public static class StepUnits
{
    public const string OneStop = "one-stop";
    public const string ProcessingUnit = "processing-unit";
    public const string Leadership = "leadership";

    public static IReadOnlyList<string> All { get; } = [OneStop, ProcessingUnit, Leadership];
}
