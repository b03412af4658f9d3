using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class HandOverModel(DossierRoom room, HandOverStep handOver) : ActionPage(room)
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.HandOver;

    public IReadOnlyList<Choice> Receivers =>
        Receiver.In(Room.Organization, new AgencyId(Step?.Agency ?? Dossier.Agency), Step is null ? null : new UnitId(Step.Unit), Room.Today, Words);

    protected override void Check()
    {
        if (Receivers.All(receiver => receiver.Value != To)) ModelState.AddModelError(nameof(To), Words["Chọn người hoặc đơn vị nhận việc."]);
    }

    protected override Task ActAsync()
    {
        var to = Receiver.Read(To)!.Value;
        var name = to.Person is { } person ? Room.Organization.Person(person).Name : null;
        return handOver.RunAsync(Dossier.Id, Step!.Task, to.Unit.Value, to.Person?.Value, name, Reason, Actor, Revision);
    }
}
