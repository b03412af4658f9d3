using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Mining.Mapping;
using NodaTime;

namespace MinhBach.Mining.Imported;

/// <summary>
/// The logs of other systems as boards show them, folded from the journal when somebody looks, and kept on this node until more is
/// brought in. They never meet the history of the city's own dossiers. Safe for many threads.
/// </summary>
internal sealed class ImportedLogs(CityDatabase database, ImportedFold fold)
{
    // Some hundred bytes for each case.
    private const int MostKept = 4;

    private const string Sources = """
        SELECT s.id, s.slug, s.map, s.last_sequence, f.id, f.name, f.hash, f.format, f.cases, f.events, f.problems, f.taken, f.added, f.same, f.differing, f.begun_at, f.finished_at
        FROM mining_source s JOIN mining_file f ON f.source_id = s.id
        """;

    private readonly ConcurrentDictionary<long, (long Version, Lazy<Task<ImportedLog>> Log)> kept = [];

    /// <summary>All systems, by name.</summary>
    public async Task<IReadOnlyList<ImportedSource>> AllAsync(CancellationToken cancellation) =>
        [.. (await ReadAsync("", null, cancellation)).OrderBy(source => source.Name, StringComparer.CurrentCulture)];

    /// <summary>One system; null when there is none of this name.</summary>
    public async Task<ImportedSource?> SourceAsync(string slug, CancellationToken cancellation) => await ReadAsync(" WHERE s.slug = $1", slug, cancellation) is [var found] ? found : null;

    /// <summary>What the files of a system tell that were brought in to their end.</summary>
    public async Task<ImportedLog> OfAsync(ImportedSource source)
    {
        if (kept.Count > MostKept) kept.Clear();
        var found = kept.AddOrUpdate(
            source.Id, _ => Folding(source), (_, known) => known.Version == source.Version && !known.Log.Value.IsFaulted ? known : Folding(source));
        return await found.Log.Value;
    }

    /// <summary>What is stated of a case, and when this city took note of it.</summary>
    public Task<(Import.ImportedCaseStated Stated, Instant At)?> StatedAsync(ImportedLine line, CancellationToken cancellation) => fold.StatedAsync(line.Sequence, cancellation);

    private (long Version, Lazy<Task<ImportedLog>> Log) Folding(ImportedSource source) => (source.Version, new(() => Task.Run(() => fold.Of(source))));

    private async Task<IReadOnlyList<ImportedSource>> ReadAsync(string where, string? slug, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Sources + where + " ORDER BY s.id, f.id";
        if (slug is not null) command.Bind(slug);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<(ImportedSource Source, ImportedFile File)>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add((
                new(reader.GetInt64(0), reader.GetString(1), LogMapFile.Stored(reader.GetString(2)), reader.GetInt64(3), []),
                FileOf(reader)));
        }

        return [.. found.GroupBy(row => row.Source.Id).Select(rows => rows.First().Source with { Files = [.. rows.Select(row => row.File)] })];
    }

    private static ImportedFile FileOf(DbDataReader reader) => new(
        reader.GetInt64(4), reader.GetString(5), reader.GetString(6), (LogFormat)reader.GetInt32(7), reader.GetInt64(8), reader.GetInt64(9),
        JsonSerializer.Deserialize<FoundProblems>(reader.GetString(10), KernelJson.Options)!,
        reader.GetInt64(11), reader.GetInt64(12), reader.GetInt64(13), reader.GetInt64(14),
        reader.GetInstant(15), reader.GetInstantOrNull(16));
}
