using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.Monitoring.Reminders;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>
/// Folds the events of dossiers, in the journal's order, into steps and dossiers that ended; holds what is open. It is
/// deterministic: the same journal on the same calendars gives the same history, whoever folds it. Not safe for several threads.
/// </summary>
internal sealed class HistoryFold(CityCalendars calendars)
{
    private const string Opinion = "opinion";
    private const string OpinionName = "Cho ý kiến phối hợp";

    private readonly Dictionary<long, OpenDossier> open = [];

    /// <summary>What is learned from the way dossiers go.</summary>
    public Course Course { get; } = new(calendars);

    /// <summary>What is open, by dossier.</summary>
    public IReadOnlyDictionary<long, OpenDossier> Open => open;

    /// <summary>Takes what was open when the rest of the history was stored.</summary>
    public void Resume(IEnumerable<OpenDossier> stored)
    {
        open.Clear();
        foreach (var dossier in stored) open.Add(dossier.Id, dossier);
    }

    /// <summary>Takes the next event of a dossier.</summary>
    /// <param name="id">The dossier.</param>
    /// <param name="at">When the server recorded it.</param>
    /// <param name="actor">Who acted.</param>
    /// <param name="occurred">The event.</param>
    /// <param name="into">Receives what ended by it.</param>
    public void Take(long id, Instant at, Actor actor, object? occurred, IHistorySink into)
    {
        if (occurred is StepReminded reminded) Remind(reminded);
        else if (occurred is DossierSubmitted submitted) open[id] = new() { Id = id, Procedure = submitted.Procedure, Agency = submitted.Agency };
        else if (open.TryGetValue(id, out var dossier)) Take(dossier, at, actor, occurred, into);
    }

    private void Take(OpenDossier dossier, Instant at, Actor actor, object? occurred, IHistorySink into)
    {
        switch (occurred)
        {
            case DossierReceived received:
                dossier.Due = received.DueDate;
                (dossier.ReceivedAt, dossier.HaltedBefore) = (at, dossier.Halted);
                break;
            case DueChanged changed:
                if (changed.Kind == DueEntryKind.Extended) Extend(dossier, at);
                dossier.Due = changed.DueDate;
                break;
            case SupplementRequested:
                dossier.Supplements++;
                Course.Halt(dossier, at);
                break;
            case PaymentAsked:
                Course.Halt(dossier, at);
                break;
            case DossierSupplemented or DossierPaid:
                Course.GoOn(dossier, at);
                break;
            case StepOpened opened:
                Begin(dossier, new(opened.Task, opened.Node, opened.Name, opened.Agency, opened.Unit, at, opened.DueAt) { Code = CodeOf(dossier, opened.Node, opened.Name, into) }, into);
                break;
            case OpinionAsked asked:
                Begin(dossier, new(asked.Task, Opinion, OpinionName, asked.Agency, asked.Unit, at, asked.DueAt) { Code = CodeOf(dossier, Opinion, OpinionName, into) }, into);
                break;
            case StepAssigned assigned:
                if (dossier.PlaceOf(assigned.Task) is { } taken) dossier.Steps[taken] = Assign(dossier, dossier.Steps[taken], assigned, at);
                break;
            case StepDueMoved moved:
                if (dossier.PlaceOf(moved.Task) is { } due) dossier.Steps[due] = dossier.Steps[due] with { DueAt = moved.DueAt };
                break;
            case StepDone done:
                Finish(dossier, done.Task, StepEnd.Done, at, actor, into);
                break;
            case OpinionGiven given:
                Finish(dossier, given.Task, StepEnd.Done, at, actor, into);
                break;
            case StepReturned returned:
                dossier.Returns++;
                Finish(dossier, returned.Task, StepEnd.Returned, at, actor, into);
                break;
            case StepCancelled cancelled:
                Finish(dossier, cancelled.Task, StepEnd.Cancelled, at, actor, into);
                break;
            case DossierCompleted:
                if (!dossier.HasEnded) Course.Close(dossier, at);
                Close(dossier, DossierEnd.Completed, at, into);
                break;
            case DossierDeclined:
                Leave(dossier, DossierEnd.NotAccepted, at, into);
                break;
            case DossierWithdrawn or DossierStopped:
                Leave(dossier, dossier.Due is null && dossier.Ended == 0 ? DossierEnd.NotAccepted : DossierEnd.Left, at, into);
                break;
            case ResultReturned:
                Remove(dossier);
                break;
        }
    }

    private void Begin(OpenDossier dossier, OpenStep step, IHistorySink into)
    {
        Course.Begin(dossier, step, into);
        dossier.Steps.Add(step);
        dossier.Agencies.Add(step.Agency);
        MoveTo(dossier, step.Unit);
    }

    private void Remind(StepReminded reminded)
    {
        if (open.TryGetValue(reminded.Dossier, out var dossier) && dossier.PlaceOf(reminded.Task) is { } place)
            dossier.Steps[place] = dossier.Steps[place] with { Reminded = (reminded.DueAt, reminded.Stage) };
    }

    private static void MoveTo(OpenDossier dossier, long unit)
    {
        if (dossier.LastUnit != 0 && dossier.LastUnit != unit) dossier.HandOvers++;
        dossier.LastUnit = unit;
    }

    private OpenStep Assign(OpenDossier dossier, OpenStep step, StepAssigned assigned, Instant at)
    {
        MoveTo(dossier, assigned.Unit);
        Course.Move(step.Unit, assigned.Unit);
        return step with { Unit = assigned.Unit, Person = assigned.Person ?? 0, TakenAt = assigned.Person is null ? step.TakenAt : step.TakenAt ?? at };
    }

    private static int CodeOf(OpenDossier dossier, string node, string name, IHistorySink into) => into.NumberOf(new StepKey(dossier.Procedure, node, name));

    // NĐ 118/2025 Đ19 k6: at least a day before the due date.
    private static void Extend(OpenDossier dossier, Instant at)
    {
        dossier.Extensions++;
        if (dossier.Due is { } due && at.DateInCity() >= due) dossier.LateExtensions++;
    }

    private void Finish(OpenDossier dossier, int task, StepEnd end, Instant at, Actor actor, IHistorySink into)
    {
        if (dossier.PlaceOf(task) is not { } place) return;
        var step = dossier.Steps[place];
        dossier.Steps.RemoveAt(place);
        Course.Finish(dossier, step);
        dossier.Ended++;
        var person = end != StepEnd.Cancelled && actor is { Kind: ActorKind.Official, PersonId: { } by } ? by : step.Person;
        if (person != 0) dossier.People.Add(person);
        var calendar = calendars.For(new AgencyId(step.Agency));
        var taken = step.TakenAt ?? at;
        into.Ended(new EndedStep(
            dossier.Id, dossier.Procedure, step.Node, step.Name, step.Agency, step.Unit, person, Day.Of(at.DateInCity()),
            calendar.Seconds(step.OpenedAt, taken), calendar.Seconds(taken, at), end,
            step.DueAt is not { } due || end == StepEnd.Cancelled ? Kept.NoDate : at <= due ? Kept.InTime : Kept.Late)
        {
            Firsts = end == StepEnd.Cancelled ? Firsts.None : FirstsOf(dossier, step.Unit, person),
        });
    }

    private static Firsts FirstsOf(OpenDossier dossier, long unit, long person) =>
        (dossier.UnitsDone.Add(unit) ? Firsts.OfUnit : Firsts.None) | (person != 0 && dossier.PeopleDone.Add(person) ? Firsts.OfPerson : Firsts.None);

    private void Leave(OpenDossier dossier, DossierEnd end, Instant at, IHistorySink into)
    {
        Close(dossier, end, at, into);
        Remove(dossier);
    }

    private void Remove(OpenDossier dossier)
    {
        Course.Leave(dossier);
        open.Remove(dossier.Id);
    }

    private void Close(OpenDossier dossier, DossierEnd end, Instant at, IHistorySink into)
    {
        if (dossier.HasEnded) return;
        dossier.HasEnded = true;
        into.Ended(new EndedDossier(
            dossier.Id, dossier.Procedure, dossier.Agency, Day.Of(at.DateInCity()), end,
            Few(dossier.Ended), Few(dossier.HandOvers), Few(dossier.Returns), Few(dossier.Supplements), Few(dossier.Extensions), Few(dossier.LateExtensions),
            Few(dossier.Agencies.Count), Few(dossier.People.Count))
        {
            WorkSeconds = end == DossierEnd.Completed ? Course.WorkedOn(dossier, at) : 0,
        });
    }

    private static byte Few(int count) => (byte)Math.Min(count, byte.MaxValue);
}

/// <summary>Takes what ended, in the journal's order.</summary>
internal interface IHistorySink
{
    void Ended(in EndedStep step);

    void Ended(in EndedDossier dossier);

    /// <summary>The number of a step, which gets one if it has none.</summary>
    int NumberOf(StepKey step);

    /// <summary>The number of a desk, which gets one if it has none.</summary>
    int NumberOf(DeskKey desk);
}
