using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class NewUnitModel(OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words, AddUnit add)
    : EditPage(organization, user, clock, words)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập tên đơn vị"), StringLength(200)]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Chọn việc của đơn vị")]
    public UnitKind? Kind { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập ngày bắt đầu")]
    public LocalDate? From { get; set; }

    [BindProperty]
    public string? Fields { get; set; }

    [BindProperty, StringLength(30)]
    public string? Phone { get; set; }

    public Agency Agency => Map.Agency(new(Id));

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<UnitKind>().Select(kind => new Choice(kind.ToString(), Words.Name(kind)))];

    public IActionResult OnGet()
    {
        From = Today;
        return Map.FindAgency(new(Id)) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Map.FindAgency(new(Id)) is null) return NotFound();
        UnitId made = default;
        var done = await TryAsync(async () => made = await add.RunAsync(
            new() { Agency = new(Id), Name = Name!, Kind = Kind!.Value, From = From!.Value, Fields = Lines(Fields), Phone = OrNull(Phone) }, Actor, cancellation));
        return done ? Done("/quan-tri/co-quan/don-vi/" + made, Words["Đã thêm đơn vị."]) : Page();
    }
}
