using System.Data.Common;
using System.Text.Json;
using MinhBach.Bpmn;
using MinhBach.Kernel;
using MinhBach.Procedures;
using NodaTime;

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
        var answer = answers.Rows;
        if (!await answer.ReadAsync(cancellation)) return null;
        var row = new Columns(answer);
        var (id, status, procedure) = (row.Number(0), (DossierStatus)row.Int(6), catalog.Version(new(row.Number(2))));
        var caseKey = row.Text(3);
        var state = DossierState.Read(row.Text(13), new Dossier { Id = new(id) });
        var process = catalog.Process(procedure.Id);
        var dossier = new DossierView
        {
            Id = new(id),
            Code = row.Text(1),
            Procedure = procedure,
            Case = procedure.Cases.FirstOrDefault(item => item.Key == caseKey) ?? procedure.Cases[0],
            Agency = row.Number(4),
            Channel = (Channel)row.Int(5),
            Status = status,
            Outcome = row.IsEmpty(7) ? null : (DossierOutcome)row.Int(7),
            SubmittedAt = row.At(8),
            ReceivedAt = row.AtOrNull(9),
            CompletedAt = row.AtOrNull(10),
            ReturnedAt = row.AtOrNull(11),
            Rules = state.Rules,
            Clock = state.Clock,
            ToCome = status is DossierStatus.Completed ? [] : StepsToCome.Of(process, state),
            Supplement = state.Supplement is { } asked ? new(asked.Items, asked.Reason, asked.AskedAt, asked.AnswerBy, asked.BeforeReception) : null,
            Payment = state.Payment is { } payment ? (payment.AmountDong, payment.For) : null,
            Correction = state.Correction is { } correction ? (correction.What, correction.DueAt) : null,
            Applicant = new(
                (ApplicantKind)row.Int(14), row.Text(15), row.TextOrNull(16), row.TextOrNull(17) is { } born ? CityTime.ReadDay(born) : null,
                row.TextOrNull(18), row.TextOrNull(19), row.TextOrNull(20), row.TextOrNull(21), row.TextOrNull(22), row.TextOrNull(23), row.NumberOrNull(24)),
            Answers = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text(25), KernelJson.Options) ?? [],
            ResultBy = row.TextOrNull(26) ?? "desk",
            Revision = row.Number(12),
            Steps = [],
            Papers = [],
            History = [],
        };
        return dossier with
        {
            Steps = await NextAsync(answer, step => Step(step, process), cancellation),
            Papers = await NextAsync(answer, Paper, cancellation),
            History = await answer.NextResultAsync(cancellation) ? await journal.ReadAsync(answer, cancellation) : [],
        };
    }

    private static async Task<IReadOnlyList<T>> NextAsync<T>(DbDataReader answer, Func<Columns, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        if (!await answer.NextResultAsync(cancellation)) return rows;
        while (await answer.ReadAsync(cancellation)) rows.Add(read(new(answer)));
        return rows;
    }

    private static StepView Step(Columns row, ProcessModel process)
    {
        var (task, node) = (row.Int(0), row.Text(1));
        return new(
            task, node, row.Text(2), row.TextOrNull(3), row.Number(4), row.Number(5), row.NumberOrNull(6), row.TextOrNull(7), row.At(8), row.AtOrNull(9),
            row.AtOrNull(10), row.TextOrNull(11), row.TextOrNull(12), row.TextOrNull(13), row.TextOrNull(14), row.TextOrNull(15))
        {
            IsReturn = task == OpenStep.ReturnOfRefusal || (process.FindNode(node) is { } found && Completing.IsReturnStep(found)),
        };
    }

    private static PaperView Paper(Columns row) => new(
        row.Text(0), row.Text(1), (PaperForm)row.Int(2), row.Int(3), row.NumberOrNull(4), row.TextOrNull(5), row.NumberOrNull(6), row.At(7), row.IsTrue(8));

    /// <summary>The columns of the row at which an answer stands.</summary>
    private readonly struct Columns(DbDataReader row)
    {
        public bool IsEmpty(int column) => row.IsDBNull(column);

        public bool IsTrue(int column) => row.GetBoolean(column);

        public int Int(int column) => row.GetInt32(column);

        public long Number(int column) => row.GetInt64(column);

        public long? NumberOrNull(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

        public string Text(int column) => row.GetString(column);

        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public Instant At(int column) => CityTime.FromUnixMicroseconds(row.GetInt64(column));

        public Instant? AtOrNull(int column) => row.IsDBNull(column) ? null : At(column);
    }
}
