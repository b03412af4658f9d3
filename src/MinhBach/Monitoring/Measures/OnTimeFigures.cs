namespace MinhBach.Monitoring;

/// <summary>The figures of one period for the whole city or one part of it.</summary>
public sealed record OnTimeFigures
{
    /// <summary>Accepted in the period.</summary>
    public int Received { get; init; }

    /// <summary>Accepted before the period and unsettled when it began.</summary>
    public int CarriedOver { get; init; }

    /// <summary>Done before the due date.</summary>
    public int DoneEarly { get; init; }

    /// <summary>Done on the due date.</summary>
    public int DoneOnTime { get; init; }

    /// <summary>Done after the due date.</summary>
    public int DoneLate { get; init; }

    /// <summary>Done where the procedure states no term.</summary>
    public int DoneUntimed { get; init; }

    /// <summary>Open at the end, due date not passed.</summary>
    public int PendingInTime { get; init; }

    /// <summary>Open at the end, due date passed.</summary>
    public int PendingOverdue { get; init; }

    /// <summary>Waiting for the applicant at the end.</summary>
    public int Waiting { get; init; }

    /// <summary>Withdrawn or stopped after acceptance.</summary>
    public int Left { get; init; }

    /// <summary>Not accepted in the period; outside the identity.</summary>
    public int NotAccepted { get; init; }

    /// <summary>Done by the first due date.</summary>
    public int FirstDueMet { get; init; }

    /// <summary>Done after the first due date, or open at the end though it has passed.</summary>
    public int FirstDueMissed { get; init; }

    /// <summary>All that were done in the period.</summary>
    public int Done => DoneEarly + DoneOnTime + DoneLate + DoneUntimed;

    /// <summary>All that were being worked on at its end.</summary>
    public int Pending => PendingInTime + PendingOverdue;

    /// <summary>How many dossiers <see cref="OnTimeRate"/> speaks of: done with a term, and the open overdue.</summary>
    public int RateCount => DoneEarly + DoneOnTime + DoneLate + PendingOverdue;

    /// <summary>Share by the due date in force, 0 to 1; null when there is nothing to speak of.</summary>
    public double? OnTimeRate => RateCount == 0 ? null : (DoneEarly + DoneOnTime) / (double)RateCount;

    /// <summary>How many dossiers <see cref="FirstDueRate"/> speaks of.</summary>
    public int FirstDueCount => FirstDueMet + FirstDueMissed;

    /// <summary>Share by the first due date, 0 to 1; null when there is nothing to speak of.</summary>
    public double? FirstDueRate => FirstDueCount == 0 ? null : FirstDueMet / (double)FirstDueCount;

    /// <summary>The count of a figure.</summary>
    public int this[Figure figure] => figure switch
    {
        Figure.Received => Received,
        Figure.CarriedOver => CarriedOver,
        Figure.DoneEarly => DoneEarly,
        Figure.DoneOnTime => DoneOnTime,
        Figure.DoneLate => DoneLate,
        Figure.DoneUntimed => DoneUntimed,
        Figure.PendingInTime => PendingInTime,
        Figure.PendingOverdue => PendingOverdue,
        Figure.Waiting => Waiting,
        Figure.Left => Left,
        Figure.NotAccepted => NotAccepted,
    };
}
