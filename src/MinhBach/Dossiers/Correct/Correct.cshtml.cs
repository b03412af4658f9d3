using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class CorrectModel(DossierRoom room, CorrectError verb) : ActionPage(room)
{
    [BindProperty]
    public string? Note { get; set; }

    public override DossierAction Action => DossierAction.CorrectError;

    protected override void Check() => RequireText(nameof(Note), Note, Words["Ghi nội dung đã đính chính."]);

    protected override Task ActAsync() => verb.RunAsync(Dossier.Id, Note!, Actor, Revision);
}
