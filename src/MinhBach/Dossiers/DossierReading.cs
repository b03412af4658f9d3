using System.Data.Common;
using System.Text.Json;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>
/// Reads a dossier with all that belongs to it. The page behind a code is what citizens open most, so its questions go to the database
/// together and are not put together anew for each reader.
/// </summary>
internal sealed class DossierReading(CityDatabase database, JournalReader journal, ProcedureCatalog catalog)
{
    private readonly string[] byCode = About("(SELECT id FROM dossiers_dossier WHERE code = $1)", journal);
    private readonly string[] byId = About("$1", journal);

    public Task<DossierView?> ReadAsync(string code, CancellationToken cancellation) => ReadAsync(byCode, code, cancellation);

    public Task<DossierView?> ReadAsync(DossierId id, CancellationToken cancellation) => ReadAsync(byId, id.Value, cancellation);

    private static string[] About(string id, JournalReader journal) =>
    [
        $"""
         SELECT dossier.id, dossier.code, dossier.version_id, dossier.case_key, dossier.agency_id, dossier.channel, dossier.status, dossier.outcome,
           dossier.submitted_at, dossier.received_at, dossier.completed_at, dossier.returned_at, dossier.revision, dossier.state,
           applicant.kind, applicant.name, applicant.national_id, applicant.birth_date, applicant.phone, applicant.email, applicant.address,
           applicant.organization_name, applicant.tax_code, applicant.representative, applicant.account_id, applicant.answers, applicant.result_by
         FROM dossiers_dossier AS dossier JOIN dossiers_applicant AS applicant ON applicant.dossier_id = dossier.id WHERE dossier.id = {id}
         """,
        $"""
         SELECT task, node, name, role, agency_id, unit_id, person_id, person_name, opened_at, due_at, ended_at, ended_by_name, ending, choice, note, question
         FROM dossiers_task WHERE dossier_id = {id} ORDER BY opened_at, task
         """,
        $"""
         SELECT paper.key, paper.name, paper.form, paper.count, paper.file_id, file.name, file.length, paper.added_at, paper.supplement
         FROM dossiers_paper AS paper LEFT JOIN dossiers_file AS file ON file.id = paper.file_id WHERE paper.dossier_id = {id} ORDER BY paper.id
         """,
        journal.HistoryOf($"(SELECT last_sequence FROM dossiers_dossier WHERE id = {id})"),
    ];

    private async Task<DossierView?> ReadAsync(string[] questions, object about, CancellationToken cancellation)
    {
        await using var answers = await database.AskAsync(questions, about, cancellation);
        var row = answers.Rows;
        if (!await row.ReadAsync(cancellation)) return null;
        var (id, status, procedure) = (row.GetInt64(0), (DossierStatus)row.GetInt32(6), catalog.Version(new(row.GetInt64(2))));
        var caseKey = row.GetString(3);
        var state = DossierState.Read(row.GetString(13), new Dossier { Id = new(id) });
        var process = catalog.Process(procedure.Id);
        var dossier = new DossierView
        {
            Id = new(id),
            Code = row.GetString(1),
            Procedure = procedure,
            Case = procedure.Cases.FirstOrDefault(item => item.Key == caseKey) ?? procedure.Cases[0],
            Agency = row.GetInt64(4),
            Channel = (Channel)row.GetInt32(5),
            Status = status,
            Outcome = row.IsDBNull(7) ? null : (DossierOutcome)row.GetInt32(7),
            SubmittedAt = row.GetInstant(8),
            ReceivedAt = row.GetInstantOrNull(9),
            CompletedAt = row.GetInstantOrNull(10),
            ReturnedAt = row.GetInstantOrNull(11),
            Rules = state.Rules,
            Clock = state.Clock,
            ToCome = status is DossierStatus.Completed ? [] : StepsToCome.Of(process, state),
            Supplement = state.Supplement is { } asked ? new(asked.Items, asked.Reason, asked.AskedAt, asked.AnswerBy, asked.BeforeReception) : null,
            Payment = state.Payment is { } payment ? (payment.AmountDong, payment.For) : null,
            Correction = state.Correction is { } correction ? (correction.What, correction.DueAt) : null,
            Applicant = new(
                (ApplicantKind)row.GetInt32(14), row.GetString(15), row.GetStringOrNull(16), row.GetStringOrNull(17) is { } born ? CityTime.ReadDay(born) : null,
                row.GetStringOrNull(18), row.GetStringOrNull(19), row.GetStringOrNull(20), row.GetStringOrNull(21), row.GetStringOrNull(22), row.GetStringOrNull(23), row.GetInt64OrNull(24)),
            Answers = JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(25), KernelJson.Options) ?? [],
            ResultBy = row.GetStringOrNull(26) ?? "desk",
            Revision = row.GetInt64(12),
            Steps = [],
            Papers = [],
            History = [],
        };
        return dossier with
        {
            Steps = await NextAsync(row, step => Step(step, process), cancellation),
            Papers = await NextAsync(row, Paper, cancellation),
            History = await row.NextResultAsync(cancellation) ? await journal.ReadAsync(row, cancellation) : [],
        };
    }

    private static async Task<IReadOnlyList<T>> NextAsync<T>(DbDataReader answer, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        if (!await answer.NextResultAsync(cancellation)) return rows;
        while (await answer.ReadAsync(cancellation)) rows.Add(read(answer));
        return rows;
    }

    private static StepView Step(DbDataReader row, ProcessModel process)
    {
        var (task, node) = (row.GetInt32(0), row.GetString(1));
        return new(
            task, node, row.GetString(2), row.GetStringOrNull(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64OrNull(6), row.GetStringOrNull(7), row.GetInstant(8), row.GetInstantOrNull(9),
            row.GetInstantOrNull(10), row.GetStringOrNull(11), row.GetStringOrNull(12), row.GetStringOrNull(13), row.GetStringOrNull(14), row.GetStringOrNull(15))
        {
            IsReturn = task == OpenStep.ReturnOfRefusal || (process.FindNode(node) is { } found && Completing.IsReturnStep(found)),
        };
    }

    private static PaperView Paper(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), (PaperForm)row.GetInt32(2), row.GetInt32(3), row.GetInt64OrNull(4), row.GetStringOrNull(5), row.GetInt64OrNull(6), row.GetInstant(7), row.GetBoolean(8));
}
