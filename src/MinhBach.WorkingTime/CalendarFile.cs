using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>
/// The days of one year that differ from the weekly hours, as kept in a JSON file:
/// <c>{ "year", "published", "source", "note", "days": [ { "date", "kind", "name", "legalBasis", "verified", "note" } ] }</c>.
/// Dates are ISO 8601, kinds are the names of <see cref="DayKind"/> in camel case.
/// </summary>
/// <param name="Year">The year of all its days.</param>
/// <param name="Published">Whether the official calendar of the year is known; if not, it is an estimate.</param>
/// <param name="Source">Where the facts come from.</param>
/// <param name="Note">What is still open about the year.</param>
/// <param name="Days">The days, by date.</param>
public sealed record CalendarFile(int Year, bool Published, string Source, string? Note, ImmutableArray<CalendarDay> Days)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Vietnamese stays readable in the file.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>Reads a file.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <param name="fileName">The name by which errors call the file.</param>
    /// <exception cref="CalendarFileException">The file is not as it should be; the message names file and line or property.</exception>
    public static CalendarFile Read(Stream json, string fileName)
    {
        try
        {
            var written = JsonSerializer.Deserialize<WrittenYear>(json, Json) ?? throw new CalendarFileException($"{fileName}: the file is empty.");
            return new CalendarFileChecks(fileName).ToFile(written);
        }
        catch (JsonException error)
        {
            var place = error.LineNumber is { } line ? $"line {line + 1}" : "start of file";
            var property = error.Path is { Length: > 2 } path ? $", {path[2..]}" : "";
            throw new CalendarFileException($"{fileName}, {place}{property}: {Cause(error)}", error);
        }
    }

    /// <summary>Writes the file as indented UTF-8 JSON with a line feed at the end. Reading it back gives the same days.</summary>
    public void Write(Stream json)
    {
        JsonSerializer.Serialize(json, CalendarFileChecks.ToWritten(this), Json);
        json.Write("\n"u8);
    }

    /// <summary>One calendar out of weekly hours and year files. Years without a file, or not published, count as provisional.</summary>
    /// <exception cref="ArgumentException">Two files give the same year, or the range is empty.</exception>
    public static WorkingCalendar Combine(WeeklyHours hours, IEnumerable<CalendarFile> files, DateTimeZone zone, LocalDate first, LocalDate last)
    {
        ImmutableArray<CalendarFile> years = [.. files];
        if (years.GroupBy(file => file.Year).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"Two files give the year {twice.Key}.", nameof(files));
        return new WorkingCalendar(hours, years.SelectMany(file => file.Days), zone, first, last, years.Where(file => file.Published).Select(file => file.Year));
    }

    private static string Cause(JsonException error)
    {
        var cut = error.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        return cut < 0 ? error.Message : error.Message[..cut];
    }

    internal sealed record WrittenYear(
        [property: JsonRequired] int Year, bool? Published, [property: JsonRequired] string? Source, string? Note, [property: JsonRequired] WrittenDay?[]? Days);

    internal sealed record WrittenDay(
        [property: JsonRequired] string? Date,
        [property: JsonRequired] string? Kind,
        [property: JsonRequired] string? Name,
        [property: JsonRequired] string? LegalBasis,
        [property: JsonRequired] bool Verified,
        string? Note);
}
