using System.Security.Cryptography;
using System.Text.Json;
using MinhBach.Kernel;
using MinhBach.Mining.Mapping;
using MinhBach.ProcessMining;

namespace MinhBach.Mining.Import;

/// <summary>How far an import is.</summary>
public sealed record LogImportProgress(long Done, long Total);

/// <summary>What came of an import.</summary>
/// <param name="Slug">Where it is shown.</param>
/// <param name="Report">What the file tells.</param>
/// <param name="Resumed">Cases that an earlier try had done with already.</param>
/// <param name="Added">Cases that are new, with those of an earlier try.</param>
/// <param name="Same">Cases left out because they were there already.</param>
/// <param name="Differing">Cases left out because they were there already and said something else.</param>
public sealed record LogImportSummary(string Slug, LogReport Report, long Resumed, long Added, long Same, long Differing);

/// <summary>
/// Brings the log of another system in: an entry of the journal for each case, with its times as that system states them. The file is
/// read twice: whatever is wrong is known before anything is written. A second run on the same file goes on where the first one stopped;
/// once it was brought in to its end it is refused.
/// </summary>
public sealed class ImportLog(WriteLanes lanes)
{
    private const int AtOnce = 100;
    private const int MostBroken = 100;

    /// <summary>Most events of one case: more make an entry that nobody can read at once.</summary>
    internal const int MostEventsPerCase = 20_000;

    // All imports pass one lane, one part after another, so that the work of the city comes in between.
    private const long Lane = 0;

    /// <summary>Brings a file in.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What it was called.</param>
    /// <param name="map">Which part of it is what.</param>
    /// <param name="actor">Who brings it in.</param>
    /// <param name="limits">What is refused; null for the library's own limits.</param>
    /// <param name="progress">Told after each part that is written.</param>
    /// <param name="cancellation">Stops between parts; what was written stays, and a second run goes on from there.</param>
    /// <exception cref="RuleBroken">It is no log, the map is for another one, or it was brought in before.</exception>
    public async Task<LogImportSummary> RunAsync(
        string path, string name, LogMap map, Actor actor, LogLimits? limits = null, IProgress<LogImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(map);
        LogMapRules.Checked(map);
        var bounded = (limits ?? LogLimits.Default) with { MostEventsPerCase = MostEventsPerCase };
        await using var file = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
        file.Position = 0;
        try
        {
            var (report, broken) = await Task.Run(() => Look(file, name, map, bounded), cancellation);
            var begun = await BeginAsync(new(0, name, hash, report.Format, map, report.Summary.Cases, report.Summary.Events, report.Problems, broken), actor, cancellation);
            file.Position = 0;
            var taken = await WriteAsync(file, begun, map, bounded, new(hash, actor, report.Summary.Cases, progress), cancellation);
            await FinishAsync(begun, taken, report.Summary.Cases, actor);
            return new(map.Source.Slug, report, begun.Taken.Cases, taken.Added, taken.Same, taken.Differing);
        }
        catch (LogFormatException refused)
        {
            throw new RuleBroken("mine.format", "Không đọc được “{0}” như một nhật ký: {1}", name, refused.Message);
        }
    }

    private static (LogReport Report, IReadOnlyList<BrokenCase> Broken) Look(FileStream file, string name, LogMap map, LogLimits limits)
    {
        var (broken, dates, zone) = (new List<BrokenCase>(), map.Dates, map.TimeZone);
        var report = LogReport.Read(name, file, map.Options(), limits, found =>
        {
            if (broken.Count < MostBroken && dates.Of(found.Attributes, zone).Standing == LogStanding.Broken)
                broken.Add(new(found.Id, TextOf(found, dates.Due), TextOf(found, dates.Done)));
        });
        return report.Summary.Cases > 0 ? (report, broken) : throw new RuleBroken("import.empty", "“{0}” không có vụ việc nào để nạp.", name);
    }

    private static string? TextOf(LogCase found, string? attribute) => attribute is not null && found.Attributes.TryGetValue(attribute, out var text) ? text : null;

    private Task<Begun> BeginAsync(LogImportBegun file, Actor actor, CancellationToken cancellation) => lanes.RunAsync(Lane, async session =>
    {
        var (slug, map) = (file.Map.Source.Slug, LogMapFile.Write(file.Map));
        var source = await ImportStore.FindSourceAsync(session, slug);
        if (source is not null && source.Map != map)
            throw new RuleBroken("import.otherMap", "Nguồn “{0}” đã nạp theo một sơ đồ cột khác. Dùng đúng sơ đồ ấy, hoặc đặt tên đường dẫn (source.slug) khác.", slug);
        var known = source is null ? null : await ImportStore.FindFileAsync(session, source.Id, file.Sha256);
        if (known is { FinishedAt: not null })
            throw new RuleBroken("import.sameFile", "Tệp này đã nạp vào “{0}” rồi: {1} vụ việc. Không nạp lại.", slug, known.Taken.Added);
        if (known is not null) return new Begun(source!.Id, known.Id, known.Taken);
        var (sourceId, fileId) = (source?.Id ?? await session.NextIdAsync(), await session.NextIdAsync());
        var sequence = await session.AppendAsync(ImportStreams.Source, sourceId, source?.LastSequence, file with { File = fileId }, actor);
        if (source is null) await ImportStore.AddSourceAsync(session, sourceId, slug, map, sequence);
        else await ImportStore.MoveSourceAsync(session, sourceId, sequence);
        await ImportStore.AddFileAsync(session, fileId, sourceId, file, JsonSerializer.Serialize(file.Problems, KernelJson.Options));
        return new Begun(sourceId, fileId, default);
    }, cancellation);

    private async Task<Taken> WriteAsync(FileStream file, Begun begun, LogMap map, LogLimits limits, Run run, CancellationToken cancellation)
    {
        var taken = begun.Taken;
        run.Progress?.Report(new(taken.Cases, run.Cases));
        var log = await Task.Run(() => LogFile.Open(file, new LogReading { Zone = map.TimeZone, Limits = limits }, map), cancellation);
        var turns = new CaseTurns(run.Hash);
        // Who goes on has to count the turns of those before, and nothing else of them.
        var cases = log.Cases.Select((found, number) => (Found: found, Number: (long)number, Turn: turns.Next(found.Id)));
        foreach (var part in cases.SkipWhile(one => one.Number < begun.Taken.Cases).Select(one => Prepare(one.Found, log.Names, begun, one.Number, one.Turn)).Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            taken = await WriteAsync(begun, taken, part, run.Actor);
            run.Progress?.Report(new(taken.Cases, run.Cases));
        }

        return taken;
    }

    private static PreparedCase Prepare(LogCase found, LogNames names, Begun begun, long number, (string Key, int Turn) turn)
    {
        var stated = StatedCases.Of(found, names, begun.Source, begun.File, number);
        return new(number, turn.Key, turn.Turn, StatedCases.Digest(stated), new JournalText(stated));
    }

    private Task<Taken> WriteAsync(Begun begun, Taken before, PreparedCase[] part, Actor actor) => lanes.RunAsync(Lane, async session =>
    {
        var after = before with { Cases = before.Cases + part.Length };
        // A source's only file meets nothing but itself.
        var hasOthers = await ImportStore.HasOthersAsync(session, begun.Source, begun.File);
        foreach (var one in part)
        {
            if (hasOthers && await ImportStore.DigestOfAsync(session, begun.Source, one) is { } known)
            {
                after = known == one.Digest ? after with { Same = after.Same + 1 } : after with { Differing = after.Differing + 1 };
                continue;
            }

            var id = await session.NextIdAsync();
            var sequence = await session.AppendAsync(ImportStreams.Case, id, null, one.Text, actor, session.Now);
            await ImportStore.AddCaseAsync(session, begun.Source, begun.File, one, id, sequence);
            after = after with { Added = after.Added + 1 };
        }

        return await ImportStore.MoveFileAsync(session, begun.File, before, after) ? after : throw Elsewhere();
    });

    private Task FinishAsync(Begun begun, Taken taken, long cases, Actor actor) => lanes.RunAsync(Lane, async session =>
    {
        if (taken.Cases != cases) throw new RuleBroken("import.changed", "Tệp đã đổi trong lúc nạp: lúc đầu {0} vụ việc, sau còn {1}. Nạp lại tệp mới.", cases, taken.Cases);
        var previous = await ImportStore.SequenceOfAsync(session, begun.Source);
        var sequence = await session.AppendAsync(ImportStreams.Source, begun.Source, previous, new LogImportFinished(begun.File, taken.Added, taken.Same, taken.Differing), actor);
        await ImportStore.MoveSourceAsync(session, begun.Source, sequence);
        return await ImportStore.FinishFileAsync(session, begun.File, taken.Cases) ? true : throw Elsewhere();
    });

    private static RuleBroken Elsewhere() => new("import.elsewhere", "Tệp này đang được nạp ở chỗ khác; phần đã nạp vẫn còn. Chờ việc kia xong.");

    /// <param name="Source">The source.</param>
    /// <param name="File">This import.</param>
    /// <param name="Taken">What an earlier try did.</param>
    private sealed record Begun(long Source, long File, Taken Taken);

    private sealed record Run(string Hash, Actor Actor, long Cases, IProgress<LogImportProgress>? Progress);
}
