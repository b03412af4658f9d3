using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class RearrangeModel(
    OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words, MergeAgencies merge, SplitAgency split)
    : EditPage(organization, user, clock, words)
{
    private const string Merge = "merge";
    private const string Part = "part";
    private const string Split = "split";

    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty, Required(ErrorMessage = "Chọn việc sắp xếp")]
    public string? How { get; set; }

    [BindProperty, Required(ErrorMessage = "Chọn cơ quan nhận")]
    public long? Other { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập ngày có hiệu lực")]
    public LocalDate? On { get; set; }

    [BindProperty, Required(ErrorMessage = "Ghi căn cứ: số, ngày của quyết định"), StringLength(500)]
    public string? Basis { get; set; }

    public Agency Agency => Map.Agency(new(Id));

    public IReadOnlyList<Choice> Ways =>
    [
        new(Merge, Words["Nhập cả cơ quan này vào cơ quan khác"]),
        new(Part, Words["Tách một phần sang cơ quan khác, phần còn lại vẫn hoạt động"]),
        new(Split, Words["Chuyển hết theo phần, cơ quan này kết thúc"]),
    ];

    public IReadOnlyList<Choice> Others =>
        [.. Map.Agencies.Where(agency => agency.Id.Value != Id && agency.To is null).Select(agency => new Choice(agency.Id.ToString(), agency.Name))];

    public IActionResult OnGet()
    {
        On = Today;
        return Map.FindAgency(new(Id)) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Map.FindAgency(new(Id)) is null) return NotFound();
        var done = await TryAsync(() => How == Merge
            ? merge.RunAsync(new() { From = [new(Id)], Into = new(Other!.Value), On = On!.Value, Basis = Basis! }, Actor, cancellation)
            : split.RunAsync(new() { From = new(Id), Into = [new(Other!.Value)], On = On!.Value, GoesOn = How == Part, Basis = Basis! }, Actor, cancellation));
        return done ? Done("/quan-tri/co-quan/" + Agency.Id, Words["Đã ghi việc sắp xếp."]) : Page();
    }
}
