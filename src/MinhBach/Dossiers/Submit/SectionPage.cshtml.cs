using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Procedures;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

/// <summary>One section of the procedure's form.</summary>
internal sealed class SectionPageModel(DraftDesk desk) : DraftPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public override string Slug => string.Create(CultureInfo.InvariantCulture, $"{DraftSteps.Section}/{Number}");

    public FormSection Section => Procedure.Form.Sections[Number - 1];

    public IReadOnlyList<Choice> YesNo => [new("yes", Words["Có"]), new("no", Words["Không"])];

    public static string NameOf(FormField field) => "f-" + field.Key;

    public IActionResult OnGet()
    {
        if (!Exists) return NotFound();
        foreach (var field in Section.Fields) Typed(field, Draft.Answers.GetValueOrDefault(field.Key) ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Exists) return NotFound();
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Section.Fields)
        {
            var value = Request.Form[NameOf(field)].ToString().Trim();
            Typed(field, value);
            if (FieldChecks.Of(field, value, Desk.Today) is { } wrong) Wrong(NameOf(field), wrong.Sentence, wrong.Values);
            else answers[field.Key] = value;
        }

        if (!ModelState.IsValid) return Page();
        return await KeepAsync(draft => draft with
        {
            Answers = draft.Answers.SetItems(answers.Where(answer => answer.Value.Length > 0)).RemoveRange(answers.Where(answer => answer.Value.Length == 0).Select(answer => answer.Key)),
            Sections = draft.Sections.Add(Number),
        });
    }

    private void Typed(FormField field, string value)
    {
        ModelState.SetModelValue(NameOf(field), value, value);
        ModelState.MarkFieldValid(NameOf(field));
    }

    private bool Exists => Number >= 1 && Number <= Procedure.Form.Sections.Count;
}
