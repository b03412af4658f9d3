using MinhBach.Kernel;
using MinhBach.Shell;
using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>How a monitor watches.</summary>
internal sealed record MonitorOptions
{
    /// <summary>Between two looks. Default 15 minutes.</summary>
    public Duration Every { get; init; } = Duration.FromMinutes(15);

    /// <summary>A log that has not grown or could not be reached for so long is told of. Default one hour.</summary>
    public Duration Stale { get; init; } = Duration.FromHours(1);

    /// <summary>After so long everything is read anew, so that an old entry that was lost or altered since is found. Default a day.</summary>
    public Duration Full { get; init; } = Duration.FromHours(24);
}

/// <summary>
/// Looks at a log again and again, and tells somebody once of each thing that is found, of a log that has fallen silent, and of the
/// end of both. What could not be told is told after the next look. Not for several threads.
/// </summary>
internal sealed class LogMonitor(string address, WatchedLog log, MonitorOptions options, IReadOnlyList<IAlertWay> ways, Words words, TimeProvider clock)
{
    private const int MostFindings = 50;
    private const string StaleKey = "stale";

    // What was told and is still the case.
    private HashSet<string> told = new(StringComparer.Ordinal);
    private VerifyReport? lastReport;
    private Instant? begunAt;
    private Instant? reachedAt;
    private Instant? fullAt;

    /// <summary>Looks once, and tells what there is to tell.</summary>
    /// <exception cref="RuleBroken">No key is known, or what was remembered is spoilt.</exception>
    public async Task<MonitorRound> LookAsync(CancellationToken cancellation = default)
    {
        var now = clock.Now();
        begunAt ??= now;
        var (report, unreachable) = await CheckAsync(now, cancellation);
        if (report is not null) (lastReport, reachedAt) = (report, now);
        var grownAt = lastReport?.GrownAt ?? begunAt.Value;
        var isStale = now - (unreachable is null ? grownAt : Instant.Min(grownAt, reachedAt ?? begunAt.Value)) > options.Stale;
        var untold = await TellAsync(now, isStale, unreachable, cancellation);
        return new(now, report, unreachable, reachedAt, grownAt, isStale, untold);
    }

    private async Task<(VerifyReport? Report, string? Unreachable)> CheckAsync(Instant now, CancellationToken cancellation)
    {
        try
        {
            var isFull = fullAt is not { } full || now - full >= options.Full;
            var report = await Task.Run(() => log.Check(isFull, progress: null, cancellation), CancellationToken.None);
            if (isFull) fullAt = now;
            return (report, null);
        }
        catch (Exception failure) when (failure is IOException or LogException)
        {
            return (null, failure.Message);
        }
        catch (RuleBroken absent) when (absent.Code == "watch.noLog")
        {
            return (null, words.Say(absent));
        }
    }

    private async Task<List<string>> TellAsync(Instant now, bool isStale, string? unreachable, CancellationToken cancellation)
    {
        var findings = lastReport?.Findings.Kept.ToDictionary(KeyOf, StringComparer.Ordinal) ?? [];
        HashSet<string> current = [.. findings.Keys, .. isStale ? [StaleKey] : Array.Empty<string>()];
        var alerts = new List<MonitorAlert>();
        string[] news = [.. findings.Keys.Where(key => !told.Contains(key))];
        if (news.Length > 0)
            alerts.Add(Alert(AlertKind.Found, words["Nhật ký “{0}”: {1} phát hiện mới.", NameOf(), words.Number(news.Length)], [.. news.Take(MostFindings).Select(key => words.Say(findings[key]))]));
        if (isStale && !told.Contains(StaleKey))
            alerts.Add(Alert(AlertKind.Stale, unreachable is null ? words["Nhật ký “{0}” không dài thêm từ {1}.", NameOf(), words.Moment(lastReport?.GrownAt ?? begunAt)] : words["Nhật ký “{0}” không truy cập được từ {1}: {2}", NameOf(), words.Moment(reachedAt ?? begunAt), unreachable], []));
        if (current.Count == 0 && told.Count > 0) alerts.Add(Alert(AlertKind.Well, words["Nhật ký “{0}” lại như nó hứa.", NameOf()], []));
        var untold = new List<string>();
        foreach (var alert in alerts) untold.AddRange(await TellAllAsync(alert, cancellation));
        // What was not told stays unknown here, so that it is told next time.
        if (untold.Count == 0) told = current;
        return untold;

        MonitorAlert Alert(AlertKind kind, string summary, IReadOnlyList<string> lines) => new(kind, address, lastReport?.Origin, lastReport?.Head?.Size, now, summary, lines);
    }

    private async Task<List<string>> TellAllAsync(MonitorAlert alert, CancellationToken cancellation)
    {
        var untold = new List<string>();
        foreach (var way in ways)
        {
            try
            {
                await way.TellAsync(alert, cancellation);
            }
            catch (IOException failure)
            {
                untold.Add(failure.Message);
            }
        }

        return untold;
    }

    private string NameOf() => lastReport?.Origin ?? address;

    // A figure that differs and the entry that it stands in: the same finding in every look.
    private static string KeyOf(WatchFinding finding) => FormattableString.Invariant($"{finding.Code} {finding.Entry} {string.Join('\u0001', finding.Values)}");
}
