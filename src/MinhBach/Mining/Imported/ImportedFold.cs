using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Mining.Import;
using MinhBach.ProcessMining;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>Folds what the journal states of a system's cases into a report and a line for each.</summary>
internal sealed class ImportedFold(CityDatabase database)
{
    /// <summary>Reads all that was brought in to its end, in the order of the files.</summary>
    public ImportedLog Of(ImportedSource source)
    {
        var names = new LogNames();
        var values = source.Map.Parts.Select(_ => new NameTable()).ToArray();
        var (lines, ways) = (new List<ImportedLine>(), new List<ImportedWay>());
        var report = LogReport.Of(
            source.Name, source.Files[0].Format, source.Map.Options(), names, Cases(source, names, values, lines, ways),
            () => FoundProblems.Sum(source.Files.Where(file => file.FinishedAt is not null).Select(file => file.Problems)));
        var (chances, test) = ImportedChances.Of(ways, lines.Max(line => line.Last), source.Map.TimeZone);
        return new(source, report, [.. lines.Select(line => line with { Chance = chances[line.Place] })], values) { Test = test };
    }

    /// <summary>The entry of one case; null when it is gone.</summary>
    public async Task<(ImportedCaseStated Stated, Instant At)?> StatedAsync(long sequence, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT at, data FROM journal_entry WHERE sequence = $1";
        command.Bind(sequence);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (Read(reader.GetString(1)), reader.GetInstant(0)) : null;
    }

    private static ImportedCaseStated Read(string data) => JsonSerializer.Deserialize<ImportedCaseStated>(data, KernelJson.Options)!;

    private IEnumerable<LogCase> Cases(ImportedSource source, LogNames names, NameTable[] values, List<ImportedLine> lines, List<ImportedWay> ways)
    {
        using var connection = database.OpenAsync().GetAwaiter().GetResult();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c.id, c.sequence, e.data FROM mining_case c JOIN mining_file f ON f.id = c.file_id JOIN journal_entry e ON e.sequence = c.sequence
            WHERE c.source_id = $1 AND f.finished_at IS NOT NULL ORDER BY c.file_id, c.number
            """;
        command.Bind(source.Id);
        using var reader = command.ExecuteReader();
        var (found, dates, zone) = (new LogCase(), source.Map.Dates, source.Map.TimeZone);
        while (reader.Read())
        {
            StatedCases.Put(Read(reader.GetString(2)), names, found);
            var stated = dates.Of(found.Attributes, zone);
            lines.Add(LineOf(reader.GetInt64(0), reader.GetInt64(1), lines.Count, found, stated, PartsOf(source, found, values)));
            ways.Add(ImportedWay.Of(found, stated));
            yield return found;
        }
    }

    private static int[] PartsOf(ImportedSource source, LogCase found, NameTable[] values) =>
        [.. source.Map.Parts.Select((attribute, part) => found.Attributes.TryGetValue(attribute, out var value) ? values[part].NumberOf(value) : -1)];

    private static ImportedLine LineOf(long id, long sequence, int place, LogCase found, CaseDates dates, int[] parts)
    {
        var (activities, first, last, at) = (new SortedSet<int>(), LogEvent.NoTime, LogEvent.NoTime, -1);
        foreach (ref readonly var happened in found.Events)
        {
            if (happened.Lifecycle == LogLifecycle.Complete) activities.Add(at = happened.Activity);
            if (!happened.HasTime) continue;
            if (first == LogEvent.NoTime) first = happened.UnixTicks;
            last = Math.Max(last, happened.UnixTicks);
        }

        return new(id, sequence, place, found.Id, dates, parts, [.. activities], found.Events.Length, Moment(first), Moment(last)) { At = at };
    }

    private static Instant? Moment(long ticks) => ticks == LogEvent.NoTime ? null : Instant.FromUnixTimeTicks(ticks);
}
