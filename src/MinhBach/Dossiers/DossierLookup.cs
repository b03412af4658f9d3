using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>Answers questions about dossiers.</summary>
public sealed class DossierLookup(IServiceScopeFactory scopes, JournalReader journal, ProcedureCatalog catalog)
{
    private const int MostIdsAtOnce = 1_000;

    /// <summary>The dossier with this code; null when there is none. Five queries.</summary>
    public async Task<DossierView?> FindAsync(string code, CancellationToken cancellation = default)
    {
        var wanted = code.Trim().ToUpperInvariant();
        return await ReadAsync(rows => rows.Where(row => row.Code == wanted), cancellation);
    }

    /// <summary>The dossier with this id; null when there is none. Five queries.</summary>
    public Task<DossierView?> FindAsync(DossierId id, CancellationToken cancellation = default) =>
        ReadAsync(rows => rows.Where(row => row.Id == id.Value), cancellation);

    /// <summary>The id behind a code; null when there is none. One query.</summary>
    public async Task<DossierId?> IdOfAsync(string code, CancellationToken cancellation = default)
    {
        var wanted = code.Trim().ToUpperInvariant();
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().Where(row => row.Code == wanted).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        return found is { } id ? new DossierId(id) : null;
    }

    /// <summary>The codes of dossiers, by id. One query; none for no ids.</summary>
    public async Task<IReadOnlyDictionary<long, string>> CodesAsync(IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        var wanted = ids.Distinct().ToList();
        if (wanted.Count == 0) return new Dictionary<long, string>();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CityDb>().Set<DossierRow>().Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Code, cancellation);
    }

    /// <summary>
    /// Who handed in dossiers, as a key that is alike for the same person or organisation: by identity number, else by tax code, else by
    /// telephone and name. Personal data: not to be stored. Dossiers whose applicant is not known well enough are left out. One query per
    /// thousand.
    /// </summary>
    public async Task<IReadOnlyDictionary<long, string>> ApplicantKeysAsync(IEnumerable<long> ids, CancellationToken cancellation = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var keys = new Dictionary<long, string>();
        foreach (var part in ids.Chunk(MostIdsAtOnce)) await ApplicantKeys.AddAsync(scope.ServiceProvider.GetRequiredService<CityDatabase>(), part, keys, cancellation);
        return keys;
    }

    private async Task<DossierView?> ReadAsync(Func<IQueryable<DossierRow>, IQueryable<DossierRow>> which, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        if (await which(db.Set<DossierRow>()).FirstOrDefaultAsync(cancellation) is not { } row) return null;
        var steps = await db.Set<TaskRow>().Where(task => task.DossierId == row.Id).ToListAsync(cancellation);
        var applicant = await db.Set<ApplicantRow>().FirstAsync(item => item.DossierId == row.Id, cancellation);
        var papers = await db.Set<PaperRow>().Where(paper => paper.DossierId == row.Id)
            .LeftJoin(db.Set<FileRow>(), paper => paper.FileId, file => file.Id, (paper, file) => new { Paper = paper, File = file })
            .OrderBy(item => item.Paper.Id).ToListAsync(cancellation);
        var history = row.LastSequence is { } last ? await journal.HistoryAsync(last, cancellation) : [];
        var dossier = DossierState.Read(row.State, new Dossier { Id = new(row.Id) });
        var procedure = catalog.Version(new(row.VersionId));
        var process = catalog.Process(procedure.Id);
        return new DossierView
        {
            Id = new(row.Id),
            Code = row.Code,
            Procedure = procedure,
            Case = procedure.Cases.FirstOrDefault(item => item.Key == row.CaseKey) ?? procedure.Cases[0],
            Agency = row.AgencyId,
            Channel = (Channel)row.Channel,
            Status = (DossierStatus)row.Status,
            Outcome = (DossierOutcome?)row.Outcome,
            SubmittedAt = row.SubmittedAt,
            ReceivedAt = row.ReceivedAt,
            CompletedAt = row.CompletedAt,
            ReturnedAt = row.ReturnedAt,
            Rules = dossier.Rules,
            Clock = dossier.Clock,
            Steps = [.. steps.OrderBy(step => step.OpenedAt).ThenBy(step => step.Task).Select(step => View(step, process))],
            ToCome = row.Status is (int)DossierStatus.Completed ? [] : StepsToCome.Of(process, dossier),
            Supplement = dossier.Supplement is { } asked ? new(asked.Items, asked.Reason, asked.AskedAt, asked.AnswerBy, asked.BeforeReception) : null,
            Payment = dossier.Payment is { } payment ? (payment.AmountDong, payment.For) : null,
            Correction = dossier.Correction is { } correction ? (correction.What, correction.DueAt) : null,
            Applicant = new(
                (ApplicantKind)applicant.Kind, applicant.Name, applicant.NationalId, applicant.BirthDate, applicant.Phone, applicant.Email, applicant.Address,
                applicant.OrganizationName, applicant.TaxCode, applicant.Representative, applicant.AccountId),
            Answers = JsonSerializer.Deserialize<Dictionary<string, string>>(applicant.Answers, KernelJson.Options) ?? [],
            ResultBy = applicant.ResultBy ?? "desk",
            Papers = [.. papers.Select(item => new PaperView(
                item.Paper.Key, item.Paper.Name, (PaperForm)item.Paper.Form, item.Paper.Count, item.Paper.FileId, item.File?.Name, item.File?.Length, item.Paper.AddedAt, item.Paper.Supplement))],
            History = history,
            Revision = row.Revision,
        };
    }

    private static StepView View(TaskRow row, ProcessModel process) => new(
        row.Task, row.Node, row.Name, row.Role, row.AgencyId, row.UnitId, row.PersonId, row.PersonName,
        row.OpenedAt, row.DueAt, row.EndedAt, row.EndedByName, row.Ending, row.Choice, row.Note, row.Question)
    {
        IsReturn = row.Task == OpenStep.ReturnOfRefusal || process.FindNode(row.Node) is { } node && Completing.IsReturnStep(node),
    };
}
