using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using MinhBach.Kernel;
using MinhBach.Organization.Calendars;
using MinhBach.Shell;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.CalendarPage;

[OutputCache(PolicyName = PublicPage.Kept)]
internal sealed class WorkCalendarModel(CityCalendars calendars, OrganizationLookup organization, TimeProvider clock, Words words) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? AskedYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "coQuan")]
    public string? AgencyCode { get; set; }

    public int Year { get; private set; }

    public int FirstYear { get; } = VietnamCalendars.Years.Min(file => file.Year);

    public int LastYear { get; } = VietnamCalendars.Years.Max(file => file.Year);

    public bool Published { get; private set; }

    public ImmutableArray<CalendarDay> Days { get; private set; } = [];

    public string? Note { get; private set; }

    public string? Source { get; private set; }

    public string Hours { get; private set; } = "";

    public IReadOnlyList<Choice> Agencies { get; private set; } = [];

    public IActionResult OnGet()
    {
        Year = AskedYear ?? clock.Today().Year;
        if (Year < FirstYear || Year > LastYear) return NotFound();
        var calendar = calendars.City;
        if (!string.IsNullOrEmpty(AgencyCode))
        {
            if (organization.Current.AgencyByCode(AgencyCode) is not { } agency) return NotFound();
            calendar = calendars.For(agency.Id);
        }

        // Only an agency that differs is worth choosing.
        Agencies = [.. calendars.Days.Where(day => day.AgencyId != 0).Select(day => organization.Current.FindAgency(new(day.AgencyId)))
            .OfType<Agency>().Distinct().Select(agency => new Choice(agency.Code, agency.Name))];
        Days = [.. calendar.Exceptions.Where(day => day.Date.Year == Year).OrderBy(day => day.Date)];
        Published = calendar.IsPublished(Year);
        var file = VietnamCalendars.Years.FirstOrDefault(file => file.Year == Year);
        (Note, Source) = (file?.Note, file?.Source);
        var someMonday = new LocalDate(Year, 1, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        Hours = string.Join("; ", DeskHours.Lines(calendar.Hours.On(someMonday), words));
        return Page();
    }

    public string Link(int year) =>
        "/lich-lam-viec?nam=" + year.ToString(CultureInfo.InvariantCulture) + (string.IsNullOrEmpty(AgencyCode) ? "" : "&coQuan=" + Uri.EscapeDataString(AgencyCode));

    public string Kind(DayKind kind) => kind switch
    {
        DayKind.WorkingDay => words["Ngày làm việc"],
        DayKind.Weekend => words["Nghỉ hằng tuần"],
        DayKind.Holiday => words["Nghỉ lễ"],
        DayKind.SubstituteOff => words["Nghỉ hoán đổi"],
        DayKind.MakeUpWorking => words["Làm bù"],
        DayKind.LocalOff => words["Nghỉ riêng"],
    };
}
