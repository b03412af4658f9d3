using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.Organization.Edit;

internal sealed record ChangeCalendarDayInput(AgencyId? Agency, LocalDate Day, DayKind Kind, string Name, string LegalBasis);

/// <summary>The city, or one agency, sets a day off or a day worked that the national calendar does not have.</summary>
internal sealed class ChangeCalendarDay(OrganizationWork work, CityCalendars calendars)
{
    private static readonly TablePut<CalendarDayRow> Table = new("organization_calendar_day", "agency_id", "day");

    public Task<LocalDate> RunAsync(ChangeCalendarDayInput input, Actor actor, CancellationToken cancellation = default) =>
        work.RunAsync<LocalDate>(actor, async writer =>
        {
            if (input.Kind is DayKind.WorkingDay or DayKind.Weekend)
                throw new RuleBroken("organization.calendar-kind", "Chọn loại ngày: nghỉ lễ, nghỉ hoán đổi, nghỉ riêng hoặc làm bù.");
            if (input.Day < calendars.City.First || input.Day > calendars.City.Last)
                throw new RuleBroken("organization.calendar-range", "Lịch không có ngày này.");
            var basis = Rules.Basis(input.LegalBasis);
            var row = new CalendarDayRow(input.Agency?.Value ?? 0, input.Day, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(input.Kind.ToString()), Rules.Name(input.Name), basis);
            await Table.PutAsync(writer.Session, [row]);
            writer.Session.OnCommitted(() => calendars.Apply(row));
            return (input.Day, new CalendarChanged(input.Agency?.Value, input.Day, row.Kind, row.Name, basis));
        }, cancellation);
}
