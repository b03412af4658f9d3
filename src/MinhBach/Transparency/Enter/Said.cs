using System.Text.Json;
using MinhBach.Dossiers;
using MinhBach.WorkingTime;

namespace MinhBach.Transparency.Enter;

/// <summary>What the log says of an event of a dossier beside what it says of every one.</summary>
internal readonly record struct Said(long? Unit = null, int? Task = null, string? Step = null, string? Reason = null)
{
    public static Said Of(DossierEvent occurred) => occurred switch
    {
        DossierSubmitted submitted => new(Reason: Class(submitted.Channel)),
        DossierReceived received => new(received.Unit),
        SupplementRequested asked => new(Reason: Side(asked.BeforeReception)),
        DossierSupplemented supplied => new(Reason: Side(supplied.BeforeReception)),
        DueChanged changed => new(Reason: changed.Kind switch
        {
            DueEntryKind.Extended => EntryReasons.Extended,
            DueEntryKind.Paused => EntryReasons.Paused,
            DueEntryKind.Resumed => EntryReasons.Resumed,
            DueEntryKind.Restarted => EntryReasons.Restarted,
            DueEntryKind.Recalculated => EntryReasons.Recalculated,
            var other => Class(other),
        }),
        StepOpened opened => new(opened.Unit, opened.Task, opened.Node),
        StepAssigned assigned => new(assigned.Unit, assigned.Task),
        StepDueMoved moved => new(Task: moved.Task),
        StepDone done => new(Task: done.Task, Step: done.Node),
        StepReturned returned => new(Task: returned.Task, Step: returned.FromNode),
        StepCancelled cancelled => new(Task: cancelled.Task, Step: cancelled.Node),
        OpinionAsked asked => new(asked.Unit, asked.Task),
        OpinionGiven given => new(Task: given.Task),
        DossierCompleted completed => new(Reason: Class(completed.Outcome)),
        _ => default,
    };

    private static string Side(bool beforeReception) => beforeReception ? EntryReasons.BeforeReception : EntryReasons.AfterReception;

    private static string Class(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
