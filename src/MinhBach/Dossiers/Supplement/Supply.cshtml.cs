using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>The desk takes in what the applicant brought.</summary>
internal sealed class SupplyModel(DossierRoom room, SupplyPapers supply) : ActionPage(room)
{
    /// <summary>Numbers of the needs that were brought.</summary>
    [BindProperty]
    public List<string> Brought { get; set; } = [];

    [BindProperty]
    public PaperForm Form { get; set; } = PaperForm.Original;

    public override DossierAction Action => DossierAction.SupplyPapers;

    public IReadOnlyList<string> Needs => Dossier.Supplement?.Items ?? [];

    public IReadOnlyList<Choice> Items => [.. Needs.Select((need, i) => new Choice(i.ToString(CultureInfo.InvariantCulture), need))];

    public IReadOnlyList<Choice> Forms => [.. Enum.GetValues<PaperForm>().Select(form => new Choice(form.ToString(), Words[PaperForms.Name(form)]))];

    protected override void Check()
    {
        if (Needs.Where((_, i) => !Brought.Contains(i.ToString(CultureInfo.InvariantCulture))).Any())
            ModelState.AddModelError(nameof(Brought), Words["Thời hạn chỉ chạy tiếp khi đã đủ: đánh dấu mọi giấy tờ đã nhận."]);
    }

    protected override Task ActAsync() =>
        supply.RunAsync(Dossier.Id, [.. Needs.Select(need => new SubmittedPaper("bo-sung", need, Form))], Actor, Revision);
}
