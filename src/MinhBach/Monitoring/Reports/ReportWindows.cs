using NodaTime;

namespace MinhBach.Monitoring.Reports;

/// <summary>The usual periods of reports: from the 15th to the 14th (NĐ 09/2019, Đ12; unverified for TT 09/2026).</summary>
public static class ReportWindows
{
    private const int FirstDay = 15;

    /// <summary>The windows that ended last before a day, each with its Vietnamese name.</summary>
    public static IEnumerable<(string Name, ReportingPeriod Period)> Before(LocalDate day)
    {
        var end = Ended(day);
        yield return ("Tháng", Window(end, 1));
        yield return ("Quý", Window(LastOf(end, 3), 3));
        yield return ("6 tháng", Window(LastOf(end, 6), 6));
        yield return ("Năm", Window(LastOf(end, 12), 12));
    }

    // The 14th of the newest month that is over for reports.
    private static LocalDate Ended(LocalDate day)
    {
        var end = new LocalDate(day.Year, day.Month, FirstDay - 1);
        return end < day ? end : end.PlusMonths(-1);
    }

    // Quarters end on 14 March, June, September and December, halves on 14 June and December.
    private static LocalDate LastOf(LocalDate end, int months) => end.PlusMonths(-(end.Month % months));

    private static ReportingPeriod Window(LocalDate end, int months) => new(end.PlusDays(1).PlusMonths(-months), end);
}
