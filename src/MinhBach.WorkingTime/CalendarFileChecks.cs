using System.Text.Json;
using NodaTime.Text;

namespace MinhBach.WorkingTime;

/// <summary>Turns what a calendar file says into days, or says where it is wrong.</summary>
internal sealed class CalendarFileChecks(string fileName)
{
    public static CalendarFile.WrittenYear ToWritten(CalendarFile file) => new(
        file.Year,
        file.Published,
        file.Source,
        file.Note,
        [.. file.Days.Select(day => new CalendarFile.WrittenDay(
            LocalDatePattern.Iso.Format(day.Date), JsonNamingPolicy.CamelCase.ConvertName(day.Kind.ToString()), day.Name, day.LegalBasis, day.Verified, day.Note))]);

    public CalendarFile ToFile(CalendarFile.WrittenYear written)
    {
        if (written.Year is < 1900 or > 2200)
            throw Wrong("year", $"{written.Year} is not a year between 1900 and 2200.");
        var days = (written.Days ?? throw Wrong("days", "the list of days is missing.")).Select((day, i) => ToDay(day, $"days[{i}]", written.Year)).ToList();
        for (var i = 1; i < days.Count; i++)
        {
            if (days[i].Date <= days[i - 1].Date)
                throw Wrong($"days[{i}].date", $"{days[i].Date:uuuu-MM-dd} does not come after {days[i - 1].Date:uuuu-MM-dd}; days stand in order, each once.");
        }

        return new CalendarFile(written.Year, written.Published ?? true, Text(written.Source, "source"), written.Note, [.. days]);
    }

    private CalendarDay ToDay(CalendarFile.WrittenDay? day, string at, int year)
    {
        if (day is null)
            throw Wrong(at, "the day is missing.");
        var date = LocalDatePattern.Iso.Parse(day.Date ?? "");
        if (!date.Success)
            throw Wrong($"{at}.date", $"\"{day.Date}\" is not a date such as {year}-09-02.");
        if (date.Value.Year != year)
            throw Wrong($"{at}.date", $"{day.Date} is not in {year}.");
        return new CalendarDay(
            date.Value, ToKind(day.Kind, $"{at}.kind"), Text(day.Name, $"{at}.name"), Text(day.LegalBasis, $"{at}.legalBasis"), day.Verified, day.Note);
    }

    private DayKind ToKind(string? kind, string at) => kind switch
    {
        "holiday" => DayKind.Holiday,
        "substituteOff" => DayKind.SubstituteOff,
        "makeUpWorking" => DayKind.MakeUpWorking,
        "localOff" => DayKind.LocalOff,
        _ => throw Wrong(at, $"\"{kind}\" is none of holiday, substituteOff, makeUpWorking, localOff."),
    };

    private string Text(string? text, string at) => string.IsNullOrWhiteSpace(text) ? throw Wrong(at, "it must not be empty.") : text;

    private CalendarFileException Wrong(string at, string what) => new($"{fileName}, {at}: {what}");
}
