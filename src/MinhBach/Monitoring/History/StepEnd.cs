namespace MinhBach.Monitoring.History;

/// <summary>How a step ended.</summary>
internal enum StepEnd : byte
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Whoever had it sent the work back to an earlier step.</summary>
    Returned,

    /// <summary>The dossier or its process went another way.</summary>
    Cancelled,
}

/// <summary>Whether a step or dossier that ended kept its date.</summary>
internal enum Kept : byte
{
    /// <summary>It had none.</summary>
    NoDate,

    /// <summary>It did.</summary>
    InTime,

    /// <summary>It did not.</summary>
    Late,
}
