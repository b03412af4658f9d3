using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class StopModel(DossierRoom room, StopDossier verb) : ActionPage(room)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.Stop;

    public override bool IsFinal => true;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Stop.Slug()}";

    protected override void Check() => RequireText(nameof(Reason), Reason, Words["Nêu lý do dừng giải quyết hồ sơ."]);

    protected override Task ActAsync() => verb.RunAsync(Dossier.Id, Reason!, Actor, Revision);
}
