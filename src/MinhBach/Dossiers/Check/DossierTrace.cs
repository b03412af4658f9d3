using NodaTime;

namespace MinhBach.Dossiers.Check;

/// <summary>What the journal alone says about one dossier, and what the tables beside the dossier's own row have of it.</summary>
internal sealed class DossierTrace
{
    private static readonly int[] None = [];

    public string? Code { get; private set; }

    public long Agency { get; private set; }

    public long Version { get; private set; }

    public long Procedure { get; private set; }

    /// <summary>Where the events lead; Received stands for Processing too, for which there is no event.</summary>
    public DossierStatus Status { get; private set; }

    public Instant? SubmittedAt { get; private set; }

    public Instant? ReceivedAt { get; private set; }

    public Instant? CompletedAt { get; private set; }

    public Instant? ReturnedAt { get; private set; }

    public DossierOutcome? Outcome { get; private set; }

    public LocalDate? FirstDue { get; private set; }

    public Instant? DueAt { get; private set; }

    /// <summary>Numbers of the open steps. A plain array: a city has millions of these, nearly all empty in the end.</summary>
    public int[] Open { get; private set; } = None;

    public int Steps { get; private set; }

    /// <summary>The same of the table of steps.</summary>
    public int[] OpenRows { get; private set; } = None;

    public int StepRows { get; private set; }

    public bool HasApplicant { get; set; }

    public void Take(object occurred, Instant at)
    {
        switch (occurred)
        {
            case DossierSubmitted submitted:
                (Code, Agency, Version, Procedure, Status, SubmittedAt) = (submitted.Code, submitted.Agency, submitted.Version, submitted.Procedure, DossierStatus.AwaitingReception, at);
                break;
            case DossierReceived received:
                (Status, ReceivedAt, FirstDue, DueAt) = (DossierStatus.Received, at, received.DueDate, received.DueAt);
                break;
            case DueChanged moved:
                DueAt = moved.DueAt;
                break;
            case StepOpened opened:
                Begin(opened.Task);
                break;
            case OpinionAsked asked:
                Begin(asked.Task);
                break;
            case StepDone done:
                End(done.Task);
                break;
            case StepReturned returned:
                End(returned.Task);
                break;
            case StepCancelled cancelled:
                End(cancelled.Task);
                break;
            case OpinionGiven given:
                End(given.Task);
                break;
            case SupplementRequested:
                Status = DossierStatus.AwaitingSupplement;
                break;
            case DossierSupplemented supplemented:
                Status = supplemented.BeforeReception ? DossierStatus.AwaitingReception : DossierStatus.Received;
                break;
            case PaymentAsked:
                Status = DossierStatus.AwaitingPayment;
                break;
            case DossierPaid:
                Status = DossierStatus.Received;
                break;
            case DossierCompleted completed:
                (Status, CompletedAt, Outcome) = (DossierStatus.Completed, at, completed.Outcome);
                break;
            case ResultReturned:
                (Status, ReturnedAt) = (DossierStatus.Returned, at);
                break;
            case DossierDeclined:
                Status = DossierStatus.NotAccepted;
                break;
            case DossierWithdrawn:
                Status = DossierStatus.Withdrawn;
                break;
            case DossierStopped:
                Status = DossierStatus.Stopped;
                break;
        }
    }

    public void TakeRow(int task, bool open)
    {
        StepRows++;
        if (open) OpenRows = [.. OpenRows, task];
    }

    private void Begin(int task)
    {
        Open = [.. Open, task];
        Steps++;
    }

    private void End(int task) => Open = Open.Length == 1 && Open[0] == task ? None : [.. Open.Where(other => other != task)];
}
