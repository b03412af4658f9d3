using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>
/// One command being decided: the dossier before it, the events so far, and the dossier after them. It touches nothing
/// outside itself; the verbs' rules (<c>Receiving</c>, <c>Supplementing</c> …) call <see cref="Emit"/> and <see cref="Advance"/>.
/// </summary>
internal sealed class Decision(Dossier before, DossierContext context, Actor actor, Instant now)
{
    private readonly List<DossierEvent> events = [];
    private readonly List<(int Timer, Instant At)> timers = [];
    private readonly List<int> endedTimers = [];
    private DecisionTexts? texts;

    public Dossier Before { get; } = before;

    public Dossier After { get; private set; } = before;

    public DossierContext Context => context;

    public Actor Actor => actor;

    public Instant Now => now;

    public LocalDate Today => context.Calendar.DateOf(now);

    public IReadOnlyList<DossierEvent> Events => events;

    /// <summary>Timers of the process that were armed; the host wakes the dossier when they are due.</summary>
    public IReadOnlyList<(int Timer, Instant At)> Timers => timers;

    public IReadOnlyList<int> EndedTimers => endedTimers;

    /// <summary>What is stored as text. Ask once all is decided, and before the lane where that is possible: it is the dearest part of a step.</summary>
    public DecisionTexts Texts => texts ??= new(DossierStateWriter.Write(After), events.ConvertAll(occurred => new JournalText(occurred)));

    public void Emit(DossierEvent occurred)
    {
        After = After.Apply(occurred, actor, now);
        events.Add(occurred);
    }

    /// <summary>What the store wrote: the row's revision and the newest event.</summary>
    public void Wrote(long revision, long? lastSequence) => After = After with { Revision = revision, LastSequence = lastSequence };

    public void MoveTo(DossierStatus status)
    {
        if (After.Status == status) return;
        if (!DossierStatuses.CanMove(After.Status, status))
            throw new RuleBroken("dossier.status", "Hồ sơ đang ở trạng thái “{0}”, không thể chuyển sang “{1}”.", After.Status.Name(), status.Name());
        After = After with { Status = status };
    }

    public void Clock(DueLedger? ledger)
    {
        if (ledger is null || ledger == After.Clock) return;
        After = After with { Clock = ledger };
        var last = ledger.Entries[^1];
        if (last.Kind != DueEntryKind.FirstDue) Emit(new DueChanged(last.Kind, last.Due.Date, last.Due.At, last.Due.IsProvisional, last.Reason));
    }

    /// <summary>Lets the process engine decide, and turns what it says into steps on people's desks.</summary>
    public void Advance(ProcessCommand command)
    {
        var (decided, state) = ProcessEngine.Advance(context.Process, After.Process, command, now);
        After = After with { Process = state };
        foreach (var occurred in decided) Follow(occurred);
    }

    /// <summary>Gives every open step of the process its time again, after the clock stood still.</summary>
    public void RenewSteps()
    {
        foreach (var step in After.Open.Values)
        {
            if (context.Process.FindNode(step.Node) is { } node && !Completing.IsReturnStep(node)) Emit(new StepDueMoved(step.Task, StepDue(node)));
        }
    }

    public void CancelAll()
    {
        if (After.Process.Status == ProcessStatus.Running) Advance(new CancelProcess("closed"));
        foreach (var step in After.Open.Values) Cancel(step);
    }

    public void Cancel(OpenStep step) => Emit(new StepCancelled(step.Task, step.Node));

    private void Follow(ProcessEvent occurred)
    {
        switch (occurred)
        {
            case TaskOpened opened:
                OpenStep(opened.TaskNo, context.Process.FindNode(opened.NodeId)!);
                break;
            case TaskCancelled cancelled when After.Open.TryGetValue(cancelled.TaskNo, out var step):
                Cancel(step);
                break;
            case ServiceCalled service:
                // Service tasks have no outside system yet: they are done at once, and the journal of the process says so.
                Advance(new CompleteTask(service.TaskNo));
                break;
            case TimerArmed armed:
                timers.Add((armed.TimerNo, TimerTime.Of(armed.Spec, context.Calendar, now)));
                break;
            case TimerFired fired:
                endedTimers.Add(fired.TimerNo);
                break;
            case TimerCancelled cancelled:
                endedTimers.Add(cancelled.TimerNo);
                break;
            case ProcessEnded when After.Status is not (DossierStatus.Completed or DossierStatus.Returned):
                Completing.Complete(this, DossierOutcome.Granted, reason: null);
                break;
        }
    }

    private void OpenStep(int task, ProcessNode node)
    {
        var isReturn = Completing.IsReturnStep(node);
        if (isReturn) Completing.Complete(this, DossierOutcome.Granted, reason: null);
        var unit = context.UnitFor(After.Agency, node.Step, Today);
        Emit(new StepOpened(task, node.Id, node.Name, node.Step.Role, unit.Agency.Value, unit.Id.Value, isReturn ? null : StepDue(node)));
        if (!isReturn && unit.Kind != Organization.UnitKind.OneStop) MoveTo(DossierStatus.Processing);
    }

    private Instant? StepDue(ProcessNode node)
    {
        // Đ18 k2: papers move the same day, or first thing next working day when received after 15:00.
        var due = Completing.IsFirstStep(node) && node.Step.UnitRule == StepUnits.OneStop
            ? TermClock.Due(context.Calendar, Term.SameDay(), After.Rules.Counting, now).At
            : node.Step.Hours is { } hours ? context.Calendar.Add(now, WorkingDuration.FromHours(hours)) : (Instant?)null;
        // A step is never promised later than the whole.
        return (due, After.Clock) switch
        {
            ({ } at, { IsPaused: false } clock) => Instant.Min(at, Instant.Max(clock.CurrentDue.At, now)),
            _ => due ?? After.Clock?.CurrentDue.At,
        };
    }
}

/// <summary>What is stored of a decision as text.</summary>
/// <param name="State">The dossier's state after it.</param>
/// <param name="Events">What happened, oldest first.</param>
internal sealed record DecisionTexts(string State, IReadOnlyList<JournalText> Events);
