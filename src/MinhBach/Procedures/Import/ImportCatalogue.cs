using MinhBach.Kernel;
using NodaTime;

namespace MinhBach.Procedures.Import;

/// <summary>What came of an import.</summary>
public sealed record ImportSummary(int Records, int Added, int Changed, int Unchanged, IReadOnlyList<ReadingProblem> Problems);

/// <summary>How far an import is.</summary>
public sealed record ImportProgress(int Done, int Total);

/// <summary>
/// Imports a catalogue: a file or a folder. A record seen before changes nothing; a changed one becomes a new version.
/// Everything is read before anything is written.
/// </summary>
public sealed class ImportCatalogue(CityDatabase database, WriteLanes lanes, ProcedureCatalog catalog, TimeProvider clock)
{
    private const int AtOnce = 100;

    // All changes of the catalogue pass one lane, one after another.
    internal const long Lane = 0;

    /// <summary>Imports what lies at a path.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="actor">Who imports.</param>
    /// <param name="from">First day in force of what is new; today when left out.</param>
    /// <param name="progress">Told after each part that is written.</param>
    /// <param name="cancellation">Stops between parts; what was written stays, and a second run goes on from there.</param>
    /// <exception cref="CatalogueFileBrokenException">A file is not what it should be; nothing was written.</exception>
    public async Task<ImportSummary> RunAsync(
        string path, Actor actor, LocalDate? from = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        var records = CatalogueFiles.Read(path);
        var sound = records.Where(record => ProcedureCode.IsCode(record.Version.Code) && record.Version.Name.Length > 0).ToList();
        var known = await KnownAsync(cancellation);
        var changed = sound.Where(record => IsNews(record, known)).ToList();
        var day = from ?? clock.Today();
        var prepared = changed.AsParallel().AsOrdered().Select(record => Prepare(record, day)).ToList();
        var done = records.Count - prepared.Count;
        progress?.Report(new ImportProgress(done, records.Count));
        foreach (var part in prepared.Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            await WriteAsync(part, actor);
            done += part.Length;
            progress?.Report(new ImportProgress(done, records.Count));
        }

        var added = changed.Count(record => !known.ContainsKey(record.Version.Code));
        var problems = records.SelectMany(record => record.Problems).ToList();
        var summary = new ImportSummary(records.Count, added, changed.Count - added, sound.Count - changed.Count, problems);
        if (prepared.Count > 0)
            await JournalAsync(path, summary, actor);
        return summary;
    }

    // A line of a list says less than any record that is there already.
    private static bool IsNews(CatalogueRecord record, Dictionary<string, string?> known) =>
        !known.TryGetValue(record.Version.Code, out var hash) || (record.Detail == RecordDetail.Full && hash != record.Hash);

    private PreparedVersion Prepare(CatalogueRecord record, LocalDate day)
    {
        var version = record.Version with { EffectiveFrom = day };
        // The catalogue knows neither forms nor agencies' own steps: those of the version before go on.
        if (catalog.Versions(version.Code) is [.., var before])
        {
            var sameTerm = CaseBuilder.Longest(before.Cases.Select(one => one.Term)) == CaseBuilder.Longest(version.Cases.Select(one => one.Term));
            version = version with { Form = before.Form, Steps = sameTerm ? before.Steps : [] };
        }

        return PreparedVersion.Of(version, record.Hash);
    }

    private async Task WriteAsync(IReadOnlyList<PreparedVersion> part, Actor actor) => await lanes.RunAsync(Lane, async session =>
    {
        var written = new List<ProcedureVersion>(part.Count);
        foreach (var version in part)
            written.Add(await VersionStore.PublishAsync(session, version, actor));
        session.OnCommitted(() => catalog.Add(written));
        return written.Count;
    });

    private Task JournalAsync(string path, ImportSummary summary, Actor actor) => lanes.RunAsync(Lane, session => session.AppendAsync(
        "catalogue", 0, null,
        new CatalogueImported(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), summary.Records, summary.Added, summary.Changed, summary.Unchanged, summary.Problems.Count),
        actor));

    private async Task<Dictionary<string, string?>> KnownAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT code, imported_hash FROM procedures_procedure";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            known.Add(reader.GetString(0), await reader.IsDBNullAsync(1, cancellation) ? null : reader.GetString(1));
        return known;
    }
}
