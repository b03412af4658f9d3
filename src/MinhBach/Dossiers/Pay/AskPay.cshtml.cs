using Microsoft.AspNetCore.Mvc;

namespace MinhBach.Dossiers;

internal sealed class AskPayModel(DossierRoom room, AskPayment ask) : ActionPage(room)
{
    [BindProperty]
    public decimal? Amount { get; set; }

    [BindProperty]
    public string? For { get; set; }

    public override DossierAction Action => DossierAction.AskPayment;

    protected override void Check()
    {
        if (ModelState.IsValid && Amount is not (>= 1 and <= 100_000_000_000) || Amount is { } amount && !decimal.IsInteger(amount))
            ModelState.AddModelError(nameof(Amount), Words["Số tiền phải từ 1 đồng đến 100 tỷ đồng."]);
        RequireText(nameof(For), For, Words["Ghi khoản phải nộp."]);
    }

    protected override Task ActAsync() => ask.RunAsync(Dossier.Id, Step!.Task, (long)Amount!.Value, For!, Actor, Revision);
}
