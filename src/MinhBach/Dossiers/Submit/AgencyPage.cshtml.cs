using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class AgencyPageModel(DraftDesk desk) : DraftPage(desk)
{
    public override string Slug => DraftSteps.Agency;

    [BindProperty]
    public string? Agency { get; set; }

    public IReadOnlyList<Agency> Agencies => AgencyChoices.For(Procedure, Desk.Organization, Desk.Today);

    public IReadOnlyList<Choice> Choices => [.. Agencies.Select(agency => new Choice(agency.Id.ToString(), agency.Name))];

    public bool AtCommunes => Agencies.Any(agency => agency.Level == AgencyLevel.Commune);

    public void OnGet() => Agency = Draft.Agency?.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Agencies.FirstOrDefault(agency => agency.Id.ToString() == Agency) is not { } chosen)
        {
            Wrong(nameof(Agency), "Chọn cơ quan trong danh sách.");
            return Page();
        }

        return await KeepAsync(draft => draft with { Agency = chosen.Id.Value });
    }
}
