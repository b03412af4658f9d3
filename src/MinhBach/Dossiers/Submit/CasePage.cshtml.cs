using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class CasePageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Case;

    [BindProperty]
    public string? CaseKey { get; set; }

    public IReadOnlyList<Choice> Choices =>
        [.. Procedure.Cases.Select(one => new Choice(one.Key, one.Name, one.Term is { } term ? Words["Thời hạn: {0}", Words.Term(term)] : one.TermText))];

    public void OnGet() => CaseKey = Draft.CaseKey;

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Procedure.Cases.Any(one => one.Key == CaseKey))
        {
            Wrong(nameof(CaseKey), "Chọn trường hợp của bạn.");
            return Page();
        }

        return await KeepAsync(draft => draft with { CaseKey = CaseKey });
    }
}
