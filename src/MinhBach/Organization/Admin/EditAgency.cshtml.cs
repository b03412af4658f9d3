using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MinhBach.Kernel;
using MinhBach.Organization.Edit;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.Admin;

internal sealed class EditAgencyModel(
    OrganizationLookup organization, ICurrentActor user, TimeProvider clock, Words words, ChangeAgency change, CityCalendars calendars)
    : EditPage(organization, user, clock, words)
{
    [BindProperty(SupportsGet = true)]
    public long Id { get; set; }

    [BindProperty]
    public long Revision { get; set; }

    [BindProperty, Required(ErrorMessage = "Nhập tên cơ quan"), StringLength(200)]
    public string? Name { get; set; }

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

    /// <summary>The hours of the desk, Monday first; a day left empty is a day on which it is closed.</summary>
    [BindProperty]
    public List<string?> Desk { get; set; } = [];

    public WorkWeek WorkingWeek => calendars.For(new(Id)).Hours.On(Today);

    public Agency Stored => Map.Agency(new(Id));

    public IReadOnlyList<Unit> Units => [.. Map.UnitsOf(new AgencyId(Id), Today)];

    public IActionResult OnGet()
    {
        if (Map.FindAgency(new(Id)) is not { } agency) return NotFound();
        (Name, Address, Phone, Fields, From) = (agency.Name, agency.Address, agency.Phone, string.Join('\n', agency.Fields), Today);
        Desk = [.. Days(agency.DeskHours ?? WorkingWeek)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Map.FindAgency(new(Id)) is null) return NotFound();
        var week = ReadDesk();
        var done = await TryAsync(() => change.RunAsync(
            new()
            {
                Agency = new(Id),
                Revision = Revision,
                Name = Name!,
                From = From!.Value,
                Fields = Lines(Fields),
                Address = OrNull(Address),
                Phone = OrNull(Phone),
                DeskHours = week,
                Basis = Basis!,
            }, Actor, cancellation));
        return done ? Done("/quan-tri/co-quan/" + Stored.Id, Words["Đã lưu."]) : Page();
    }

    private static IEnumerable<string> Days(WorkWeek week) => DeskHours.Weekdays.Select(day => DeskHours.Text(week.SessionsOn(day)));

    // Hours that are the working week's are not kept: they follow it when it changes.
    private WorkWeek? ReadDesk()
    {
        for (var day = 0; day < Desk.Count; day++)
        {
            try
            {
                DeskHours.Parse(Desk[day]);
            }
            catch (RuleBroken broken)
            {
                ModelState.AddModelError($"Desk[{day}]", Words.Say(broken));
            }
        }

        if (!ModelState.IsValid) return null;
        var week = DeskHours.Week(Desk);
        return Days(week).SequenceEqual(Days(WorkingWeek)) ? null : week;
    }
}
