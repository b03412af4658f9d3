using MinhBach.Mining.Mapping;
using NodaTime;

namespace MinhBach.Mining.Wizard;

/// <summary>What a log tells by a map, before it is brought in.</summary>
internal sealed record LogPreview(LogReport Report, IReadOnlyList<PreviewRow> Rows)
{
    private const int FirstRows = 10;

    /// <exception cref="ProcessMining.LogFormatException">It is no log that we read.</exception>
    /// <exception cref="Kernel.RuleBroken">The map is for another file.</exception>
    public static LogPreview Of(Stream stream, string name, LogMap map)
    {
        var rows = new List<(string Case, ProcessMining.LogEvent What)>();
        var report = LogReport.Read(name, stream, map.Options(), WizardLimits.Log, found =>
        {
            foreach (ref readonly var happened in found.Events[..Math.Min(found.Events.Length, FirstRows - rows.Count)]) rows.Add((found.Id, happened));
        });
        var (names, zone) = (report.Map.Names, map.TimeZone);
        return new(report,
        [
            .. rows.Select(row => new PreviewRow(
                row.Case, names.Activities[row.What.Activity], row.What.HasTime ? row.What.At.InZone(zone).LocalDateTime : null,
                row.What.Resource < 0 ? null : names.Resources[row.What.Resource], row.What.Unit < 0 ? null : names.Units[row.What.Unit])),
        ]);
    }
}

/// <summary>One event as the map tells it.</summary>
internal sealed record PreviewRow(string Case, string Activity, LocalDateTime? At, string? Person, string? Unit);
