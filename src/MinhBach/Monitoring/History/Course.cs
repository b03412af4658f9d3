using MinhBach.Kernel;
using MinhBach.Monitoring.Forecast;
using MinhBach.Monitoring.Paths;
using MinhBach.Organization;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Monitoring.History;

/// <summary>
/// What is learned from the way dossiers go: how long it still takes from each step on, and which step follows which. Told by
/// <see cref="HistoryFold"/> in the journal's order; not safe for several threads.
/// </summary>
internal sealed class Course(CityCalendars calendars)
{
    public Forecaster Forecast { get; private set; } = new();

    public WalkedPaths Paths { get; private set; } = new();

    /// <summary>Takes what was learned when the history was stored.</summary>
    public void Resume(Forecaster forecast, WalkedPaths paths) => (Forecast, Paths) = (forecast, paths);

    /// <summary>A step was opened.</summary>
    public void Begin(OpenDossier dossier, OpenStep step, IHistorySink into)
    {
        var place = new StepPlace(dossier.Procedure, step.Code, into.NumberOf(new DeskKey(step.Agency, step.Unit)));
        if (dossier.HasEnded)
        {
            Forecast.Loads.Open(step.Unit);
            return;
        }

        Paths.Went(dossier.LastStep, place.Step, MonthOf(step.OpenedAt));
        dossier.Passages.Add(new(place, step.OpenedAt, dossier.Halted, Forecast.Open(place, step.Unit, Left(dossier, step.OpenedAt))));
    }

    /// <summary>A step went to another unit.</summary>
    public void Move(long from, long to)
    {
        if (from == to) return;
        Forecast.Loads.Leave(from);
        Forecast.Loads.Enter(to);
    }

    /// <summary>A step ended.</summary>
    public void Finish(OpenDossier dossier, OpenStep step)
    {
        Forecast.Loads.Leave(step.Unit);
        dossier.LastStep = step.Code;
    }

    /// <summary>The dossier waits for its applicant: its clock stands still.</summary>
    public static void Halt(OpenDossier dossier, Instant at) => dossier.HaltedAt ??= at;

    /// <summary>The applicant did what was asked.</summary>
    public void GoOn(OpenDossier dossier, Instant at)
    {
        if (dossier.HaltedAt is { } from) dossier.Halted += Seconds(dossier, from, at);
        dossier.HaltedAt = null;
    }

    /// <summary>The dossier has its result.</summary>
    public void Close(OpenDossier dossier, Instant at)
    {
        GoOn(dossier, at);
        var isLate = dossier.Due is { } due ? at.DateInCity() > due : (bool?)null;
        var month = MonthOf(at);
        if (isLate is { } late) Forecast.Close(month, dossier.Passages, late, passage => Math.Max(0, Seconds(dossier, passage.OpenedAt, at) - (dossier.Halted - passage.Halted)));
        Paths.Went(dossier.LastStep, WalkedPaths.Outside, month);
        if (dossier.Passages is [var first, ..])
            Paths.Closed(dossier.Procedure, [.. dossier.Passages.Select(passage => passage.Place.Step)], month, isLate, Math.Max(0, Seconds(dossier, first.OpenedAt, at) - dossier.Halted));
        dossier.Passages.Clear();
    }

    /// <summary>Working seconds since the dossier was accepted, without those it waited for its applicant.</summary>
    public int WorkedOn(OpenDossier dossier, Instant at) => dossier.ReceivedAt is { } from ? Math.Max(0, Seconds(dossier, from, at) - (dossier.Halted - dossier.HaltedBefore)) : 0;

    /// <summary>The dossier is off the city's desks.</summary>
    public void Leave(OpenDossier dossier)
    {
        foreach (var step in dossier.Steps) Forecast.Loads.Leave(step.Unit);
    }

    /// <summary>How an open dossier stands; null when nothing is due or nobody has anything to do.</summary>
    public Outlook? OutlookOf(OpenDossier dossier, HistoryData data, Instant now)
    {
        if (dossier.HasEnded || dossier.Due is not { } due || dossier.Steps.Count == 0) return null;
        var until = dossier.HaltedAt ?? now;
        Outlook? worst = null;
        foreach (var step in dossier.Steps)
        {
            if (data.Desks.Find(new(step.Agency, step.Unit)) is not { } desk) continue;
            var place = new StepPlace(dossier.Procedure, step.Code, desk);
            var passed = Math.Max(0, Seconds(dossier, step.OpenedAt, until) - (dossier.Halted - HaltedBefore(dossier, step)));
            var left = Left(dossier, until) ?? 0;
            var chance = until.DateInCity() > due ? 1 : Forecast.Chance(place, step.Unit, passed, left).Chance;
            if (worst is null || chance > worst.Chance) worst = new(dossier.Id, dossier.Procedure, dossier.Agency, due, step, chance, left, Forecast.Times.Needed(place, passed), dossier.HaltedAt is not null);
        }

        return worst;
    }

    private static int HaltedBefore(OpenDossier dossier, OpenStep step)
    {
        foreach (var passage in dossier.Passages)
        {
            if (passage.Place.Step == step.Code && passage.OpenedAt == step.OpenedAt) return passage.Halted;
        }

        return dossier.Halted;
    }

    /// <summary>Months since year 0.</summary>
    public static int MonthOf(Instant at) => MonthOf(at.DateInCity());

    /// <summary>Months since year 0.</summary>
    public static int MonthOf(LocalDate day) => (day.Year * 12) + day.Month - 1;

    // Working seconds until the due date is over; null without one, and when it lies beyond the calendars.
    private int? Left(OpenDossier dossier, Instant at)
    {
        var calendar = calendars.For(new AgencyId(dossier.Agency));
        if (dossier.Due is not { } due || due >= calendar.Last) return null;
        return calendar.Seconds(at, due.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant());
    }

    private int Seconds(OpenDossier dossier, Instant from, Instant to) => calendars.For(new AgencyId(dossier.Agency)).Seconds(from, to);
}

/// <summary>How an open dossier stands.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Procedure">Its procedure.</param>
/// <param name="Agency">Who answers for it.</param>
/// <param name="Due">Its due date.</param>
/// <param name="Step">The step that endangers it most.</param>
/// <param name="Chance">From 0 to 1 that it is late; 1 when it is late already.</param>
/// <param name="Left">Working seconds until the due date is over.</param>
/// <param name="Needed">Working seconds that half and nine of ten such dossiers still needed; null when too few are known.</param>
/// <param name="IsHalted">Whether it waits for its applicant.</param>
internal sealed record Outlook(
    long Dossier, long Procedure, long Agency, LocalDate Due, OpenStep Step, double Chance, int Left, (long Half, long Most)? Needed, bool IsHalted);
