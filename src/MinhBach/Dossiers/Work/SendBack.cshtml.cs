using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class SendBackModel(DossierRoom room, ReturnStep back) : ActionPage(room)
{
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.SendBack;

    public IReadOnlyList<Choice> Earlier =>
        Step is null ? [] : [.. NextActions.Earlier(Dossier, Step).Select(done => new Choice(done.Node, Words[done.Name], Words["{0} làm xong lúc {1}", done.EndedByName ?? "–", Words.Moment(done.EndedAt)]))];

    protected override void Check()
    {
        if (Earlier.All(step => step.Value != To)) ModelState.AddModelError(nameof(To), Words["Chọn bước nhận lại."]);
        RequireText(nameof(Reason), Reason, Words["Nêu lý do trả lại bước trước."]);
    }

    protected override Task ActAsync() => back.RunAsync(Dossier.Id, Step!.Task, To!, Reason!, Actor, Revision);
}
