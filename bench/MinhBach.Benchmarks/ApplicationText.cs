using System.Text.Json;
using MinhBach.DemoCity;
using MinhBach.Kernel;

namespace MinhBach.Benchmarks;

/// <summary>An application as a program sends it to the API.</summary>
internal static class ApplicationText
{
    /// <summary>What somebody who does not exist hands in.</summary>
    public static string Of(Want want, Dice dice)
    {
        var submission = DemoCity.Applicants.Submission(want, dice);
        var applicant = submission.Applicant;
        return JsonSerializer.Serialize(
            new
            {
                Procedure = want.Procedure.Code,
                Case = want.Case.Key,
                Agency = want.Agency.Code,
                Applicant = new { applicant.Name, applicant.NationalId, applicant.BirthDate, applicant.Phone, applicant.Address },
                submission.Answers,
                Papers = submission.Papers.Select(paper => new { paper.Key, paper.Form, paper.Count }),
            },
            KernelJson.Options);
    }
}
