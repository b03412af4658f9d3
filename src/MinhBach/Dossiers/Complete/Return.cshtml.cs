using Microsoft.AspNetCore.Mvc;
using MinhBach.Shell;

namespace MinhBach.Dossiers;

internal sealed class ReturnModel(DossierRoom room, ReturnResult result) : ActionPage(room)
{
    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? Receiver { get; set; }

    public override DossierAction Action => DossierAction.ReturnResult;

    public IReadOnlyList<Choice> Ways => [.. ResultWays.All.Select(way => new Choice(way, Words[ResultWays.Name(way)]))];

    protected override string Done => Words["Đã trả kết quả hồ sơ {0}.", Dossier.Code];

    protected override void Prepare()
    {
        if (!HttpMethods.IsGet(Request.Method)) return;
        Way = Dossier.ResultBy;
        Receiver = Dossier.Applicant.Name;
    }

    protected override void Check()
    {
        if (!ResultWays.All.Contains(Way ?? "")) ModelState.AddModelError(nameof(Way), Words["Chọn cách trả kết quả."]);
        if (Way == "desk") RequireText(nameof(Receiver), Receiver, Words["Ghi họ tên người nhận kết quả."]);
    }

    // The journal carries no personal data: who signed stands on the paper, the way stands here.
    protected override Task ActAsync() => result.RunAsync(Dossier.Id, ResultWays.Name(Way!), Actor, Revision);
}
