using System.Text;
using MinhBach.Kernel;
using MinhBach.Monitoring;
using MinhBach.Procedures;
using MinhBach.Transparency.Enter;
using MinhBach.Transparency.Grow;
using NodaTime;

namespace MinhBach.Transparency.Statistics;

/// <summary>
/// Publishes what the city stands by: after each day the figures of the twelve months up to it, after each month those of the month, by
/// agency and by procedure. File first, then the journal, and with it the log.
/// </summary>
internal sealed class PublishFigures(OnTime measure, ProcedureCatalog catalog, JournalPump pump, WriteLanes lanes, LogHome home, TimeProvider clock)
{
    /// <summary>Version of the definition (docs/log-entries.md).</summary>
    public const int Definition = 1;

    private const string Measure = "on-time";
    private const string Stream = "statistic";

    // What this node has seen published: not every minute of the day anew.
    private LocalDate? published;

    /// <summary>Publishes what is due and was not published yet; answers how many figures.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var yesterday = clock.Today().PlusDays(-1);
        if (published == yesterday) return 0;
        await pump.CatchUpAsync(cancellation);
        var count = 0;
        foreach (var (period, grouping) in Due(yesterday))
        {
            if (await PublishAsync(period, grouping, cancellation)) count++;
        }

        published = yesterday;
        return count;
    }

    private static IEnumerable<(ReportingPeriod Period, Grouping Grouping)> Due(LocalDate day)
    {
        yield return (ReportingPeriod.YearTo(day), Grouping.Agency);
        yield return (ReportingPeriod.YearTo(day), Grouping.Procedure);
        if (day.PlusDays(1).Day != 1) yield break;
        yield return (new(day.With(DateAdjusters.StartOfMonth), day), Grouping.Agency);
        yield return (new(day.With(DateAdjusters.StartOfMonth), day), Grouping.Procedure);
    }

    private async Task<bool> PublishAsync(ReportingPeriod period, Grouping grouping, CancellationToken cancellation)
    {
        // What the log does not tell nobody could count again.
        var known = new Dictionary<ProcedureVersionId, bool>();
        var board = measure.Board(period, grouping, IsShown);
        var file = StatisticFile.Write(board.Groups.Select(group => KeyValuePair.Create(group.Key, group.Figures)));
        var hash = StatisticFile.HashOf(file);
        StatisticFiles.Put(home.Folder, hash, file);
        var statistic = new PublishedStatistic(Measure, Definition, period.From, period.To, NameOf(grouping), StatisticFile.Rows(file), hash, PublishedTotal.Of(board.Total));
        var key = $"statistic {Measure} {NameOf(grouping)} {CityTime.WriteDay(period.From)} {CityTime.WriteDay(period.To)}";
        return await lanes.RunAsync(0, async session =>
        {
            // A row that is there was put by another node, or before the last start.
            if (await session.Sql("INSERT INTO transparency_statistic (name, sha256, content, at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING")
                .With(key).With(hash).With(Encoding.UTF8.GetString(file)).With(session.Now).RunAsync() == 0) return false;
            await session.AppendAsync(Stream, await session.NextIdAsync(), null, new StatisticPublished(statistic), Actor.System);
            return true;
        }, cancellation);

        bool IsShown(ProcedureVersionId version)
        {
            if (!known.TryGetValue(version, out var isShown)) known.Add(version, isShown = !ShownCases.IsSealed(catalog.Version(version)));
            return isShown;
        }
    }

    private static string NameOf(Grouping grouping) => grouping == Grouping.Agency ? "agency" : "procedure";
}
