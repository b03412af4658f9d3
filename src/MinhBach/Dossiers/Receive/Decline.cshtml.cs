using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class DeclineModel(DossierRoom room, DeclineDossier decline) : ActionPage(room)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.Decline;

    public override bool IsFinal => true;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Refusal.Slug()}";

    protected override void Check() => RequireText(nameof(Reason), Reason, Words["Nêu lý do không tiếp nhận hồ sơ."]);

    protected override Task ActAsync() => decline.RunAsync(Dossier.Id, Reason!, Actor, Revision);
}
