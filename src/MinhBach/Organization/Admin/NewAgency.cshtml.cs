using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class NewAgencyModel(OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words, AddAgency add)
    : EditPage(organization, user, clock, words)
{
    [BindProperty, Required(ErrorMessage = "Nhập tên cơ quan"), StringLength(200)]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập mã đơn vị"), StringLength(20)]
    public string? Code { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập mã định danh"), RegularExpression(@"[A-Z]\d{2}(\.\d{1,3}){0,4}", ErrorMessage = "Mã định danh có dạng H26.27")]
    public string? Identifier { get; set; }

    [BindProperty, Required(ErrorMessage = "Chọn cấp")]
    public AgencyLevel? Level { get; set; }

    [BindProperty]
    public long? Parent { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập ngày bắt đầu")]
    public LocalDate? From { get; set; }

    [BindProperty]
    public string? Fields { get; set; }

    [BindProperty, StringLength(300)]
    public string? Address { get; set; }

    [BindProperty, StringLength(30)]
    public string? Phone { get; set; }

    [BindProperty, Required(ErrorMessage = "Ghi căn cứ: số, ngày của quyết định"), StringLength(500)]
    public string? Basis { get; set; }

    public IReadOnlyList<Choice> Levels => [.. Enum.GetValues<AgencyLevel>().Select(level => new Choice(level.ToString(), Words.Name(level)))];

    public IReadOnlyList<Choice> Parents =>
        [.. Map.Agencies.Where(agency => agency.Stands(Today) && agency.Level is AgencyLevel.City or AgencyLevel.Department).Select(agency => new Choice(agency.Id.ToString(), agency.Name))];

    public void OnGet() => From = Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        AgencyId made = default;
        var done = await TryAsync(async () => made = await add.RunAsync(
            new()
            {
                Name = Name!,
                Code = Code!,
                Identifier = Identifier!,
                Level = Level!.Value,
                Parent = Parent is { } parent ? new AgencyId(parent) : null,
                From = From!.Value,
                Fields = Lines(Fields),
                Address = OrNull(Address),
                Phone = OrNull(Phone),
                Basis = Basis!,
            }, Actor, cancellation));
        return done ? Done("/quan-tri/co-quan/" + made, Words["Đã thêm cơ quan."]) : Page();
    }
}
