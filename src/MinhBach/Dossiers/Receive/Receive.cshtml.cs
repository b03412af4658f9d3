namespace MinhBach.Dossiers;

internal sealed class ReceiveModel(DossierRoom room, ReceiveDossier receive) : ActionPage(room)
{
    public override DossierAction Action => DossierAction.Receive;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Receipt.Slug()}";

    protected override Task ActAsync() => receive.RunAsync(Dossier.Id, Actor, Revision);
}
