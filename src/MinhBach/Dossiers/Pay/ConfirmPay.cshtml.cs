namespace MinhBach.Dossiers;

internal sealed class ConfirmPayModel(DossierRoom room, ConfirmPayment confirm) : ActionPage(room)
{
    public override DossierAction Action => DossierAction.ConfirmPayment;

    protected override Task ActAsync() => confirm.RunAsync(Dossier.Id, Actor, Revision);
}
