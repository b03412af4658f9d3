using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Monitoring.Integrity;

/// <summary>What patterns need to know of a dossier that is not over: a few hundred bytes, however long its life.</summary>
internal sealed class WatchedDossier
{
    private const long Several = -1;

    public required long Id { get; init; }

    public required long Procedure { get; init; }

    public required long Agency { get; init; }

    public required bool IsOnline { get; init; }

    /// <summary>Since when the desk owes an answer; null once it gave one.</summary>
    public Instant? WaitsSince { get; set; }

    /// <summary>The day from which the term runs.</summary>
    public LocalDate? TermFrom { get; set; }

    public LocalDate? Due { get; set; }

    public Instant? DueAt { get; set; }

    public List<WatchedStep> Steps { get; init; } = [];

    /// <summary>The unit that got the latest step; 0 before the first.</summary>
    public long Unit { get; set; }

    /// <summary>Steps that officials ended.</summary>
    public int Done { get; set; }

    /// <summary>Who ended them: 0 nobody yet, -1 more than one.</summary>
    public long Doer { get; set; }

    /// <summary>The role and unit of the first step.</summary>
    public string Desk { get; set; } = "";

    /// <summary>Whether its process foresaw more than one role or unit.</summary>
    public bool HasSeveralDesks { get; set; }

    public bool HasResult { get; set; }

    public bool IsOver { get; private set; }

    public static WatchedDossier Of(long id, DossierSubmitted submitted, Instant at) => new()
    {
        Id = id,
        Procedure = submitted.Procedure,
        Agency = submitted.Agency,
        IsOnline = submitted.Channel == Channel.Online,
        WaitsSince = at,
    };

    /// <summary>Where among the open steps one is; null when it is not open.</summary>
    public int? PlaceOf(int task)
    {
        for (var i = 0; i < Steps.Count; i++)
        {
            if (Steps[i].Task == task) return i;
        }

        return null;
    }

    public void Apply(object? occurred, Instant at, Actor actor)
    {
        switch (occurred)
        {
            case DossierReceived received:
                (WaitsSince, TermFrom, Due, DueAt) = (null, at.DateInCity(), received.DueDate, received.DueAt);
                break;
            case DueChanged changed:
                if (changed.Kind == MinhBach.WorkingTime.DueEntryKind.Restarted) TermFrom = at.DateInCity();
                (Due, DueAt) = (changed.DueDate, changed.DueAt);
                break;
            case SupplementRequested { BeforeReception: true }:
                WaitsSince = null;
                break;
            case DossierSupplemented { BeforeReception: true }:
                WaitsSince = at;
                break;
            case StepOpened opened:
                Open(opened, at);
                break;
            case StepAssigned assigned:
                Restart(assigned.Task, at);
                Unit = assigned.Unit;
                break;
            case StepDone done:
                End(done.Task, actor);
                break;
            case StepReturned returned:
                End(returned.Task, actor);
                break;
            case OpinionGiven given:
                End(given.Task, actor);
                break;
            case StepCancelled cancelled:
                Remove(cancelled.Task);
                break;
            case DossierCompleted:
                HasResult = true;
                break;
            case DossierDeclined or DossierWithdrawn or DossierStopped or ResultReturned:
                IsOver = true;
                break;
        }
    }

    private void Open(StepOpened opened, Instant at)
    {
        Steps.Add(new(opened.Task, opened.Node, opened.Name, at));
        Unit = opened.Unit;
        if (HasSeveralDesks) return;
        var desk = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{opened.Role} {opened.Unit}");
        if (Desk.Length == 0) Desk = desk;
        else if (Desk != desk) HasSeveralDesks = true;
    }

    private void Restart(int task, Instant at)
    {
        if (PlaceOf(task) is { } place) Steps[place] = Steps[place] with { Since = at };
    }

    private void Remove(int task)
    {
        if (PlaceOf(task) is { } place) Steps.RemoveAt(place);
    }

    private void End(int task, Actor actor)
    {
        Remove(task);
        if (actor is not { Kind: ActorKind.Official, PersonId: { } person }) return;
        Done++;
        Doer = Doer == 0 || Doer == person ? person : Several;
    }
}

/// <summary>An open step: since it was opened or, later, last taken.</summary>
internal sealed record WatchedStep(int Task, string Node, string Name, Instant Since);
