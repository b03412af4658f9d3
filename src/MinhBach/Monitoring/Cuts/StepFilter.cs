namespace MinhBach.Monitoring.Cuts;

/// <summary>Which steps that ended are counted: those within a time, and of one agency, unit, person, procedure or step when told.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, included.</param>
internal sealed record StepFilter(Day From, Day To)
{
    public long? Agency { get; init; }

    public long? Unit { get; init; }

    public long? Person { get; init; }

    public long? Procedure { get; init; }
}
