using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class RefuseModel(DossierRoom room, RefuseDossier refuse) : ActionPage(room)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.Refuse;

    public override bool IsFinal => true;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Refusal.Slug()}";

    protected override void Check() => RequireText(nameof(Reason), Reason, Words["Nêu lý do và căn cứ pháp lý của việc từ chối."]);

    protected override Task ActAsync() => refuse.RunAsync(Dossier.Id, Step!.Task, Reason!, Actor, Revision);
}
