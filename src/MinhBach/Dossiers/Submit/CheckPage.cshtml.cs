using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;
using MinhBach.Organization;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>Everything once more, each with a way to change it, and then the one sending.</summary>
internal sealed class CheckPageModel(DraftDesk desk, CityDb db, SubmitDossier submit) : DraftPage(desk)
{
    private Dictionary<long, FileRow> files = [];

    public override string Slug => DraftSteps.Check;

    [BindProperty]
    public bool Confirmed { get; set; }

    public string AgencyName => Draft.Agency is { } agency && Desk.Organization.FindAgency(new AgencyId(agency)) is { } found ? found.Name : "–";

    public string LastHref => At(Steps[^1].Slug);

    public async Task<IActionResult> OnGetAsync()
    {
        if (DraftSteps.NextOf(Steps) is var next && next != DraftSteps.Check) return Redirect(At(next));
        await ReadFilesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (DraftSteps.NextOf(Steps) is var next && next != DraftSteps.Check) return Redirect(At(next));
        if (!Confirmed) Wrong(nameof(Confirmed), "Đánh dấu cam đoan trước khi nộp.");
        if (ModelState.IsValid)
        {
            try
            {
                await submit.RunAsync(DraftSubmission.Of(Draft, Procedure, Desk.Account), Applicants.Actor, DraftSubmission.OnceOf(Draft));
                return Redirect(At(DraftSteps.Receipt));
            }
            catch (RuleBroken broken)
            {
                Wrong("", broken);
            }
        }

        await ReadFilesAsync();
        return Page();
    }

    public string AnswerOf(FormField field) => Declared.Text(field, Draft.Answers.GetValueOrDefault(field.Key), Words);

    public string PaperOf(ProcedurePaper paper) => Draft.Papers[paper.Key] switch
    {
        { Way: PaperWay.Upload } given => string.Join(", ", given.Files.Where(files.ContainsKey).Select(file => files[file].Name)),
        { Way: PaperWay.Bring } => Words["Mang bản giấy đến bộ phận một cửa"],
        { Way: PaperWay.Reuse } => Words["Cơ quan nhà nước đã có giấy này"],
        { Way: PaperWay.None } => Words["Không nộp"],
        var other => other.Way.ToString(),
    };

    private async Task ReadFilesAsync() => files = await db.Set<FileRow>().Where(file => file.Draft == Token).ToDictionaryAsync(file => file.Id);
}
