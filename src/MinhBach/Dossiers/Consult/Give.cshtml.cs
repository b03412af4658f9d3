using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class GiveModel(DossierRoom room, GiveOpinion give) : ActionPage(room)
{
    [BindProperty]
    public string? Answer { get; set; }

    public override DossierAction Action => DossierAction.GiveOpinion;

    protected override void Check() => RequireText(nameof(Answer), Answer, Words["Ghi ý kiến trả lời."]);

    protected override Task ActAsync() => give.RunAsync(Dossier.Id, Step!.Task, Answer!, Actor, Revision);
}
