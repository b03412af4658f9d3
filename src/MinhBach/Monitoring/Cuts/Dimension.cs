namespace MinhBach.Monitoring.Cuts;

/// <summary>By what steps that ended are told apart.</summary>
public enum Dimension
{
    /// <summary>The agency where the step was done.</summary>
    Agency,

    /// <summary>The unit that had it.</summary>
    Unit,

    /// <summary>The person who ended it.</summary>
    Person,

    /// <summary>The procedure.</summary>
    Procedure,

    /// <summary>The step of the procedure's process.</summary>
    Step,

    /// <summary>The month in which it ended.</summary>
    Month,
}
