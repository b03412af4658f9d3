using Microsoft.EntityFrameworkCore;
using MinhBach.Accounts;
using MinhBach.Kernel;
using MinhBach.Procedures;
using NodaTime;

namespace MinhBach.Dossiers;

/// <summary>A dossier on the desk of a one-stop unit.</summary>
public sealed record DeskRow(
    DossierId Id, string Code, ProcedureVersion Procedure, string Applicant, long Agency, DossierStatus Status, Channel Channel, int Task, string Node, string Step,
    string? PersonName, Instant OpenedAt, Instant? DueAt, Instant? EndedAt, LocalDate? PromisedOn)
{
    /// <summary>Its row when ticked among many.</summary>
    public string Tick => $"{Id}:{Task}";
}

/// <summary>What lies on the desk of the signed-in officer's unit: waiting for reception, for hand-over, for return.</summary>
public sealed class DeskLookup(CityDb db, CurrentUser user, ProcedureCatalog catalog)
{
    /// <summary>The most that one list shows.</summary>
    public const int Limit = 500;

    /// <summary>Waiting for the desk's answer, longest first.</summary>
    public Task<IReadOnlyList<DeskRow>> WaitingAsync(CancellationToken cancellation = default) =>
        ReadAsync(Open().Where(task => task.Task <= 0).OrderBy(task => task.OpenedAt), cancellation);

    /// <summary>Received, and still to be handed to the unit that works on it.</summary>
    public Task<IReadOnlyList<DeskRow>> ToHandOverAsync(CancellationToken cancellation = default) =>
        ReadAsync(OpenIn(DossierStatus.Received).OrderBy(task => task.DueAt).ThenBy(task => task.DossierId), cancellation);

    /// <summary>How many there are to hand over and to return: exactly what the two lists show.</summary>
    public async Task<(int ToHandOver, int ToReturn)> CountAsync(CancellationToken cancellation = default) =>
        (await OpenIn(DossierStatus.Received).CountAsync(cancellation), await OpenIn(DossierStatus.Completed).CountAsync(cancellation));

    /// <summary>With a result that the applicant has not got yet, oldest first; narrowed by code or name.</summary>
    public Task<IReadOnlyList<DeskRow>> ToReturnAsync(string? text, CancellationToken cancellation = default)
    {
        var tasks = OpenIn(DossierStatus.Completed);
        if (text?.Trim() is { Length: > 0 } wanted)
        {
            var code = wanted.ToUpperInvariant();
            var name = FoldedName.Of(wanted);
            tasks = tasks.Where(task => db.Set<DossierRow>().Any(row => row.Id == task.DossierId && (row.Code.Contains(code) || row.ApplicantFolded!.Contains(name))));
        }

        return ReadAsync(tasks.OrderBy(task => task.OpenedAt), cancellation);
    }

    /// <summary>What the signed-in officer handed over between two moments, in the order of handing over.</summary>
    public async Task<IReadOnlyList<DeskRow>> HandedOverAsync(Instant from, Instant until, CancellationToken cancellation = default)
    {
        var me = user.Person?.Value ?? 0;
        var tasks = db.Set<TaskRow>().Where(task => task.EndedBy == me && task.EndedAt != null && task.EndedAt >= from && task.EndedAt < until && task.Ending == "done" && task.Task > 0);
        return [.. (await ReadAsync(tasks.OrderBy(task => task.EndedAt), cancellation)).Where(IsHandOver)];
    }

    private IQueryable<TaskRow> Open()
    {
        // Standing in a unit is not enough: who keeps the system sees nobody's dossiers.
        var unit = user.Unit?.Value ?? 0;
        return db.OpenTasksOf(user.Scope.WholeCity || user.Scope.AllUnits.Contains(unit) ? [unit] : []);
    }

    // Steps of the process in the unit, for dossiers that stand at a status; receptions and opinions are none.
    private IQueryable<TaskRow> OpenIn(DossierStatus status) =>
        Open().Where(task => task.Task > 0 && task.Task < OpenStep.FirstOpinion && db.Set<DossierRow>().Any(row => row.Id == task.DossierId && row.Status == (int)status));

    private bool IsHandOver(DeskRow row) =>
        catalog.Process(row.Procedure.Id).FindNode(row.Node) is { } node && node.Step.UnitRule == StepUnits.OneStop && !Completing.IsReturnStep(node);

    private async Task<IReadOnlyList<DeskRow>> ReadAsync(IQueryable<TaskRow> tasks, CancellationToken cancellation)
    {
        var rows = await tasks.Take(Limit)
            .Join(db.Set<DossierRow>(), task => task.DossierId, row => row.Id, (task, row) => new
            {
                row.Id,
                row.Code,
                row.VersionId,
                row.ApplicantName,
                row.AgencyId,
                row.Status,
                row.Channel,
                row.DueDate,
                task.Task,
                task.Node,
                task.Name,
                task.PersonName,
                task.OpenedAt,
                task.DueAt,
                task.EndedAt,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new DeskRow(
                new(row.Id), row.Code, catalog.Version(new(row.VersionId)), row.ApplicantName, row.AgencyId, (DossierStatus)row.Status, (Channel)row.Channel,
                row.Task, row.Node, row.Name, row.PersonName, row.OpenedAt, row.DueAt, row.EndedAt, row.DueDate)),
        ];
    }
}
