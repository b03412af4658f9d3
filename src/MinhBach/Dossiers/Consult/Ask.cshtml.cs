using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class AskModel(DossierRoom room, AskOpinion ask) : ActionPage(room)
{
    [BindProperty]
    public long? Agency { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public int? Days { get; set; } = 3;

    public override DossierAction Action => DossierAction.AskOpinion;

    public IReadOnlyList<Choice> Agencies => [.. Room.Organization.Agencies.Where(agency => agency.Stands(Room.Today) && agency.Id.Value != Dossier.Agency)
        .OrderBy(agency => agency.Level).ThenBy(agency => agency.Name, StringComparer.Create(VietnameseFormats.Culture, ignoreCase: true))
        .Select(agency => new Choice(agency.Id.Value.ToString(CultureInfo.InvariantCulture), agency.Name))];

    protected override void Check()
    {
        if (Agency is null) ModelState.AddModelError(nameof(Agency), Words["Chọn cơ quan cần xin ý kiến."]);
        RequireText(nameof(Question), Question, Words["Ghi nội dung cần xin ý kiến."]);
        if (Days is not (>= 1 and <= 60)) ModelState.AddModelError(nameof(Days), Words["Thời hạn trả lời từ 1 đến 60 ngày làm việc."]);
    }

    protected override Task ActAsync() => ask.RunAsync(Dossier.Id, Step!.Task, Agency!.Value, Question!, Days!.Value, Actor, Revision);
}
