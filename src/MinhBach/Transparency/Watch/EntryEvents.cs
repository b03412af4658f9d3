using MinhBach.Dossiers;
using MinhBach.WorkingTime;

namespace MinhBach.Transparency;

/// <summary>
/// Entries as the events that figures are counted from. Only what counting looks at is filled in: an entry tells no more, and what it
/// commits to is told to the applicant alone.
/// </summary>
internal static class EntryEvents
{
    /// <summary>The event of an entry; null for one that changes no figure.</summary>
    public static DossierEvent? Of(LogEntry entry) => entry.Type switch
    {
        "dossier.received" => new DossierReceived(entry.RuleSet ?? "", Unit: 0, entry.FirstDue, DueAt: null, Provisional: false),
        "dossier.dueChanged" when entry.Due is { } due => new DueChanged(DueEntryKind.Recalculated, due, DueAt: default, Provisional: false, entry.Reason ?? ""),
        "dossier.supplementRequested" => new SupplementRequested([], "", AnswerBy: default, IsBeforeReception(entry), NoticeLate: false),
        "dossier.supplemented" => new DossierSupplemented(IsBeforeReception(entry)),
        "dossier.paymentAsked" => new PaymentAsked(0, ""),
        "dossier.paid" => new DossierPaid(0),
        "dossier.completed" => new DossierCompleted(entry.Reason == "refused" ? DossierOutcome.Refused : DossierOutcome.Granted, Reason: null),
        "dossier.resultReturned" => new ResultReturned(""),
        "dossier.declined" => new DossierDeclined(""),
        "dossier.withdrawn" => new DossierWithdrawn(""),
        "dossier.stopped" => new DossierStopped(""),
        _ => null,
    };

    private static bool IsBeforeReception(LogEntry entry) => entry.Reason == EntryReasons.BeforeReception;
}
