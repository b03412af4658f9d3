namespace MinhBach.Monitoring;

/// <summary>What a dossier counts as in a period. Each dossier enters a period once and is in one place at its end.</summary>
public enum Figure
{
    /// <summary>Accepted in the period.</summary>
    Received,

    /// <summary>Accepted before it and not settled when it began.</summary>
    CarriedOver,

    /// <summary>Result ready before its due date.</summary>
    DoneEarly,

    /// <summary>Result ready on its due date.</summary>
    DoneOnTime,

    /// <summary>Result ready after its due date.</summary>
    DoneLate,

    /// <summary>Result ready; the procedure states no term.</summary>
    DoneUntimed,

    /// <summary>Being worked on; its due date has not passed.</summary>
    PendingInTime,

    /// <summary>Being worked on though its due date has passed.</summary>
    PendingOverdue,

    /// <summary>Waiting for the applicant's papers or payment: the clock stands still.</summary>
    Waiting,

    /// <summary>Withdrawn or stopped after it was accepted.</summary>
    Left,

    /// <summary>Not accepted, or withdrawn before that.</summary>
    NotAccepted,
}
