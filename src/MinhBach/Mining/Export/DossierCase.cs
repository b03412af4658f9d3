using MinhBach.Dossiers;
using MinhBach.Kernel;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Mining.Export;

/// <summary>A dossier as a case of a log: its steps that were done or sent back, with who did them and when they were taken.</summary>
/// <param name="code">The dossier's code.</param>
/// <param name="unit">Names a unit.</param>
/// <param name="person">Names a person.</param>
internal sealed class DossierCase(string code, Func<long, string> unit, Func<long, string> person)
{
    private const string OpinionName = "Cho ý kiến phối hợp";

    private readonly Dictionary<int, OpenStep> open = [];
    private readonly List<DossierStep> steps = [];
    private bool isCompleted;

    public string Code => code;

    /// <summary>What is told of the dossier as a whole: no word of who applied.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What happened, in the order of the journal.</summary>
    public IReadOnlyList<DossierStep> Steps => steps;

    /// <summary>A moment as logs write it.</summary>
    public static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    /// <summary>Takes the next event.</summary>
    /// <param name="at">When it was recorded.</param>
    /// <param name="actor">Who acted; asked for only where it matters.</param>
    /// <param name="occurred">The event.</param>
    public void Take(Instant at, Func<Actor> actor, object? occurred)
    {
        switch (occurred)
        {
            case DossierReceived { DueDate: { } due }:
                Attributes["due"] = CityTime.WriteDay(due);
                break;
            case DueChanged changed:
                Attributes["due"] = CityTime.WriteDay(changed.DueDate);
                break;
            case StepOpened opened:
                open[opened.Task] = new(opened.Name, opened.Unit, null, null);
                break;
            case OpinionAsked asked:
                open[asked.Task] = new(OpinionName, asked.Unit, null, null);
                break;
            case StepAssigned assigned when open.TryGetValue(assigned.Task, out var step):
                open[assigned.Task] = step with { Unit = assigned.Unit, Person = assigned.Person, TakenAt = assigned.Person is null ? step.TakenAt : step.TakenAt ?? at };
                break;
            case StepDone done:
                Finish(done.Task, at, actor);
                break;
            case OpinionGiven given:
                Finish(given.Task, at, actor);
                break;
            case StepReturned returned:
                Finish(returned.Task, at, actor);
                break;
            case StepCancelled cancelled:
                open.Remove(cancelled.Task);
                break;
            case DossierCompleted when !isCompleted:
                isCompleted = true;
                Attributes["done"] = Text(at);
                Attributes["end"] = "completed";
                break;
            case DossierDeclined:
                Attributes["end"] = "declined";
                break;
            case DossierWithdrawn or DossierStopped when !isCompleted:
                Attributes["end"] = occurred is DossierWithdrawn ? "withdrawn" : "stopped";
                break;
        }
    }

    private void Finish(int task, Instant at, Func<Actor> actor)
    {
        if (!open.Remove(task, out var step)) return;
        var by = actor() is { Kind: ActorKind.Official, PersonId: { } acting } ? acting : step.Person;
        var (name, where) = (by is { } one ? person(one) : null, unit(step.Unit));
        if (step.TakenAt is { } taken) steps.Add(new(step.Name, taken, name, where, IsStart: true));
        steps.Add(new(step.Name, at, name, where, IsStart: false));
    }

    private sealed record OpenStep(string Name, long Unit, long? Person, Instant? TakenAt);
}

/// <summary>One moment of a step.</summary>
internal sealed record DossierStep(string Name, Instant At, string? Person, string Unit, bool IsStart);
