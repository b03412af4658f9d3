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

/// <summary>For whom a step is the first of its dossier that they ended: who counts these counts each dossier once.</summary>
[Flags]
internal enum Firsts : byte
{
    /// <summary>For nobody.</summary>
    None = 0,

    /// <summary>For the unit that had it.</summary>
    OfUnit = 1,

    /// <summary>For the person who ended it.</summary>
    OfPerson = 2,
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
