using System.Globalization;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using NodaTime;
using NodaTime.Text;

namespace MinhBach.Dossiers;

/// <summary>
/// Hands a dossier in. Online and by post it then waits for reception; at the counter the officer takes it in at once.
/// </summary>
public sealed class SubmitDossier(WriteLanes lanes, DossierDesk desk, OrganizationLookup organization)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("yyMMdd");

    /// <summary>Submits; a repetition with the same key answers the same dossier.</summary>
    /// <param name="submission">What is handed in; it was checked against the form before.</param>
    /// <param name="actor">Who hands it in.</param>
    /// <param name="once">One key per draft or counter form.</param>
    /// <param name="receive">Whether the actor, an officer at the counter, takes it in at once.</param>
    /// <exception cref="RuleBroken">No such agency, or its organisation cannot take the procedure.</exception>
    public Task<DossierChange> RunAsync(Submission submission, Actor actor, IdempotencyKey? once = null, bool receive = false)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var agency = organization.Current.FindAgency(submission.Agency) ?? throw new RuleBroken("agency.unknown", "Chọn cơ quan giải quyết hồ sơ.");
        return lanes.RunAsync(agency.Id.Value, async session =>
        {
            var context = desk.Context(submission.Version, submission.CaseKey, agency.Id.Value);
            var id = await session.NextIdAsync();
            // Đ28: the agency's identifier and the day's own series. Gapless: a command that fails gives its number back.
            var series = $"{agency.Identifier}-{Day.Format(session.Now.DateInCity())}";
            var number = await session.NextNumberAsync(series);
            var code = string.Create(CultureInfo.InvariantCulture, $"{series}-{number:D4}");
            var decision = new Decision(new Dossier { Id = new(id) }, context, actor, session.Now);
            decision.Submit(code, agency.Id.Value, submission.Channel, context.Case.Key);
            if (receive) decision.Receive();
            await DossierStore.InsertAsync(session, decision, submission.Applicant.Name);
            desk.Keep(session, decision.After);
            await ContentAsync(session, id, submission);
            return new DossierChange(new(id), code, decision.After.Status, 1) { Events = decision.Events };
        }, once);
    }

    private static async ValueTask ContentAsync(WriteSession session, long id, Submission submission)
    {
        var applicant = submission.Applicant;
        await session.Sql("""
            INSERT INTO dossiers_applicant (dossier_id, kind, name, national_id, birth_date, phone, email, address, organization_name, tax_code, representative, account_id, answers, result_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """)
            .With(id).WithInt((int)applicant.Kind).With(applicant.Name).With(applicant.NationalId).With(applicant.BirthDate).With(applicant.Phone).With(applicant.Email)
            .With(applicant.Address).With(applicant.OrganizationName).With(applicant.TaxCode).With(applicant.Representative).With(applicant.AccountId)
            .With(JsonSerializer.Serialize(submission.Answers, KernelJson.Options)).With(submission.ResultBy).LaterAsync();
        await PaperStore.AddAsync(session, id, submission.Papers, supplement: false);
        if (submission.Draft is not { } draft) return;
        await session.Sql("UPDATE dossiers_file SET dossier_id = $1, draft = NULL WHERE draft = $2").With(id).With(draft).LaterAsync();
        // Emptied, not deleted: whoever sends it again finds the dossier that it became.
        await session.Sql("UPDATE dossiers_draft SET content = '', dossier_id = $1 WHERE token = $2").With(id).With(draft).LaterAsync();
    }
}
