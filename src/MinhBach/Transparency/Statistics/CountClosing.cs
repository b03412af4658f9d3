using MinhBach.Monitoring;
using MinhBach.Monitoring.Reports;
using MinhBach.Transparency.Enter;

namespace MinhBach.Transparency.Statistics;

/// <summary>Counts what the city closes, without dossiers of which the log tells nothing: nobody could count them again.</summary>
internal sealed class CountClosing(OnTime measure, Form07 form, EntryStore store)
{
    /// <summary>Version of the definitions (docs/log-entries.md).</summary>
    private const int Definition = 1;

    /// <summary>Counts. One query.</summary>
    public async Task<Counted> OfAsync(Closing closing, CancellationToken cancellation)
    {
        var @sealed = await store.SealedAsync(cancellation);
        return closing.IsReport ? Report(closing, @sealed) : Figures(closing, @sealed);
    }

    private Counted Figures(Closing closing, HashSet<long> without)
    {
        var board = measure.Board(closing.Period, closing.Grouping, without);
        var file = StatisticFile.Write(board.Groups.Select(group => KeyValuePair.Create(group.Key, group.Figures)));
        var told = new PublishedStatistic(
            closing.Measure, Definition, closing.Period.From, closing.Period.To, closing.GroupBy, StatisticFile.Rows(file), StatisticFile.HashOf(file), PublishedTotal.Of(board.Total));
        return new(file, told.Sha256, told.Rows == 0, (corrects, reason) => new StatisticPublished(told with { Corrects = corrects, Reason = reason }));
    }

    private Counted Report(Closing closing, HashSet<long> without)
    {
        var report = form.Of(closing.Period, without);
        var file = ReportFile.Write(report);
        var told = new PublishedReport(closing.Measure, Definition, closing.Period.From, closing.Period.To, StatisticFile.Rows(file), StatisticFile.HashOf(file), ReportTotal.Of(report.Total));
        return new(file, told.Sha256, told.Rows == 0, (corrects, reason) => new ReportPublished(told with { Corrects = corrects, Reason = reason }));
    }
}

/// <summary>Counted figures.</summary>
/// <param name="File">Their file.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="IsEmpty">Whether nothing happened in the period.</param>
/// <param name="Publish">Makes the event that publishes them: the hash that they correct and why, or nothing of both.</param>
internal sealed record Counted(byte[] File, string Sha256, bool IsEmpty, Func<string?, string?, object> Publish);
