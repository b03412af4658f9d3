using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class FindModel(DossierRoom room, FindError verb) : ActionPage(room)
{
    [BindProperty]
    public string? What { get; set; }

    public override DossierAction Action => DossierAction.FindError;

    protected override void Check() => RequireText(nameof(What), What, Words["Mô tả sai sót trong kết quả."]);

    protected override Task ActAsync() => verb.RunAsync(Dossier.Id, What!, Actor, Revision);
}
