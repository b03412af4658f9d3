using MinhBach.Shell;
using MinhBach.TransparencyLog;

namespace MinhBach.Transparency.Browse;

/// <summary>What published figures are about, in a line.</summary>
internal static class FigureWords
{
    /// <summary>Which figures, and of which period; null where an entry publishes none, or none that this program knows.</summary>
    public static string? Of(LogEntry entry, Words words)
    {
        try
        {
            return entry.Type switch
            {
                EntryTypes.Statistic or EntryTypes.StatisticCorrected when LogEntryJson.Facts<PublishedStatistic>(entry) is { Measure: "on-time" } told =>
                    words[told.GroupBy == "agency" ? "đúng hạn theo cơ quan, {0} – {1}" : "đúng hạn theo thủ tục, {0} – {1}", words.Date(told.From), words.Date(told.To)],
                EntryTypes.Report or EntryTypes.ReportCorrected when LogEntryJson.Facts<PublishedReport>(entry) is { Report: "form-07" } told =>
                    words["biểu 07, {0} – {1}", words.Date(told.From), words.Date(told.To)],
                _ => null,
            };
        }
        catch (LogException)
        {
            // The entry stands there to be read all the same.
            return null;
        }
    }
}
