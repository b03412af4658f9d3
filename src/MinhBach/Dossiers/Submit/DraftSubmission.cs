using System.Security.Cryptography;
using System.Text;
using MinhBach.Kernel;
using MinhBach.Procedures;

namespace MinhBach.Dossiers;

/// <summary>Makes of a complete draft what is handed in.</summary>
internal static class DraftSubmission
{
    /// <exception cref="InvalidOperationException">The draft is not complete.</exception>
    public static Submission Of(Draft draft, ProcedureVersion procedure, long? account)
    {
        var one = DraftSteps.CaseOf(draft, procedure);
        if (draft is not { Agency: { } agency, Kind: { } kind, Person: { } person, ResultBy: { } resultBy }) throw new InvalidOperationException("The draft is not complete.");
        return new Submission
        {
            Version = draft.VersionId,
            CaseKey = one.Key,
            Agency = new(agency),
            Channel = Channel.Online,
            Applicant = new(
                kind, person.Name, person.NationalId, person.BirthDate, person.Phone, person.Email, person.Address,
                person.OrganizationName, person.TaxCode, draft.Proxy?.ToString(), account),
            Answers = draft.Answers,
            Papers = [.. one.Papers.SelectMany(paper => PapersOf(paper, draft.Papers[paper.Key]))],
            ResultBy = resultBy,
            Draft = draft.Token,
        };
    }

    /// <summary>One dossier per draft, however often it is sent.</summary>
    public static IdempotencyKey OnceOf(Draft draft) =>
        new("draft:" + draft.Token, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(draft.Token))));

    private static IEnumerable<SubmittedPaper> PapersOf(ProcedurePaper paper, DraftPaper given) => given.Way switch
    {
        PaperWay.Upload => given.Files.Select(file => new SubmittedPaper(paper.Key, paper.Name, PaperForm.Digital, 1, file)),
        // Handed in online and without a file: the desk gets it on paper.
        PaperWay.Bring => [new(paper.Key, paper.Name, paper.Originals > 0 || paper.Copies == 0 ? PaperForm.Original : PaperForm.Copy, Math.Max(1, paper.Originals + paper.Copies))],
        PaperWay.Reuse => [new(paper.Key, paper.Name, PaperForm.Reused)],
        PaperWay.None => [],
    };
}
