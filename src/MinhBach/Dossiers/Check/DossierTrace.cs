namespace MinhBach.Dossiers.Check;

/// <summary>What the journal alone says about one dossier.</summary>
internal sealed class DossierTrace
{
    public long Last { get; set; }

    public string? Code { get; private set; }

    public SortedSet<int> Open { get; } = [];

    public bool Received { get; private set; }

    public bool Completed { get; private set; }

    public DossierStatus? Closed { get; private set; }

    public NodaTime.Instant? DueAt { get; private set; }

    public int Steps { get; private set; }

    public void Take(object? occurred)
    {
        switch (occurred)
        {
            case DossierSubmitted submitted:
                Code = submitted.Code;
                break;
            case DossierReceived received:
                Received = true;
                DueAt = received.DueAt;
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
                Open.Remove(done.Task);
                break;
            case StepReturned returned:
                Open.Remove(returned.Task);
                break;
            case StepCancelled cancelled:
                Open.Remove(cancelled.Task);
                break;
            case OpinionGiven given:
                Open.Remove(given.Task);
                break;
            case DossierCompleted:
                Completed = true;
                break;
            case ResultReturned:
                Closed = DossierStatus.Returned;
                break;
            case DossierDeclined:
                Closed = DossierStatus.NotAccepted;
                break;
            case DossierWithdrawn:
                Closed = DossierStatus.Withdrawn;
                break;
            case DossierStopped:
                Closed = DossierStatus.Stopped;
                break;
        }
    }

    private void Begin(int task)
    {
        Open.Add(task);
        Steps++;
    }
}
