using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class WithdrawModel(DossierRoom room, WithdrawDossier verb) : ActionPage(room)
{
    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.Withdraw;

    public override bool IsFinal => true;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Stop.Slug()}";

    protected override void Check() => RequireText(nameof(Reason), Reason, Words["Nêu lý do rút hồ sơ."]);

    protected override Task ActAsync() => verb.RunAsync(Dossier.Id, Reason!, Actor, Revision);
}
