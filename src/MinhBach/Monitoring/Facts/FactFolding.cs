using MinhBach.Dossiers;
using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>What each event of a dossier adds to its facts.</summary>
internal static class FactFolding
{
    public static FactRow Begin(long id, DossierSubmitted submitted, Instant at) => new()
    {
        DossierId = id,
        AgencyId = submitted.Agency,
        Field = submitted.Field,
        ProcedureId = submitted.Procedure,
        VersionId = submitted.Version,
        Channel = (int)submitted.Channel,
        OnlineLevel = (int)submitted.OnlineLevel,
        Status = DossierStatus.AwaitingReception,
        SubmittedOn = at.DateInCity(),
    };

    /// <param name="row">The facts so far.</param>
    /// <param name="occurred">What happened.</param>
    /// <param name="at">When.</param>
    /// <param name="calendar">Of the agency that answers for it; null where nobody asks for the time worked.</param>
    public static void Apply(this FactRow row, object? occurred, Instant at, WorkingCalendar? calendar)
    {
        var day = at.DateInCity();
        switch (occurred)
        {
            case DossierReceived received:
                row.Status = DossierStatus.Received;
                row.ReceivedOn = day;
                row.RunningFrom = at;
                row.FirstDue = received.DueDate;
                if (received.DueDate is { } first) row.Dues = DayLists.Add("", day, first);
                break;
            case DueChanged changed:
                row.Dues = DayLists.Add(row.Dues, day, changed.DueDate);
                break;
            case StepOpened { Role: not "one-stop-officer" } when row.Status == DossierStatus.Received:
                row.Status = DossierStatus.Processing;
                break;
            case SupplementRequested asked:
                row.Status = DossierStatus.AwaitingSupplement;
                if (!asked.BeforeReception) row.Wait(at, day, calendar);
                break;
            case DossierSupplemented { BeforeReception: true }:
                row.Status = DossierStatus.AwaitingReception;
                break;
            case PaymentAsked:
                row.Status = DossierStatus.AwaitingPayment;
                row.Wait(at, day, calendar);
                break;
            case DossierSupplemented or DossierPaid:
                row.Status = DossierStatus.Processing;
                row.Waits = DayLists.Close(row.Waits, day);
                row.RunningFrom = at;
                break;
            case DossierCompleted completed:
                row.Status = DossierStatus.Completed;
                row.Outcome = completed.Outcome;
                row.CompletedOn = day;
                row.Halt(at, calendar);
                break;
            case ResultReturned:
                row.Status = DossierStatus.Returned;
                row.ReturnedOn = day;
                break;
            case DossierDeclined:
                row.Leave(DossierStatus.NotAccepted, at, day, calendar);
                break;
            case DossierWithdrawn:
                row.Leave(DossierStatus.Withdrawn, at, day, calendar);
                break;
            case DossierStopped:
                row.Leave(DossierStatus.Stopped, at, day, calendar);
                break;
        }
    }

    private static void Wait(this FactRow row, Instant at, LocalDate day, WorkingCalendar? calendar)
    {
        row.Halt(at, calendar);
        row.Waits = DayLists.Add(row.Waits, day, null);
    }

    private static void Leave(this FactRow row, DossierStatus status, Instant at, LocalDate day, WorkingCalendar? calendar)
    {
        row.Status = status;
        row.LeftOn = day;
        row.Halt(at, calendar);
    }

    private static void Halt(this FactRow row, Instant at, WorkingCalendar? calendar)
    {
        if (row.RunningFrom is { } from && calendar is not null) row.WorkedSeconds += calendar.Between(from, at).TotalSeconds;
        row.RunningFrom = null;
    }
}
