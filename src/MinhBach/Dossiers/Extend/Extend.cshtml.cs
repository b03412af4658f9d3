using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MinhBach.Dossiers;

internal sealed class ExtendModel(DossierRoom room, ExtendDueDate extend) : ActionPage(room)
{
    [BindProperty]
    public LocalDate? NewDate { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public override DossierAction Action => DossierAction.Extend;

    protected override string Next => $"/ho-so/{Dossier.Code}/giay/{SlipKind.Apology.Slug()}";

    protected override void Check()
    {
        if (NewDate is null && ModelState.GetFieldValidationState(nameof(NewDate)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            ModelState.AddModelError(nameof(NewDate), Words["Nhập ngày hẹn mới."]);
        RequireText(nameof(Reason), Reason, Words["Nêu lý do chậm; lý do được ghi trong thư xin lỗi."]);
    }

    protected override Task ActAsync() => extend.RunAsync(Dossier.Id, NewDate!.Value, Reason!, Actor, Revision);
}
