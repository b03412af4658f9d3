namespace MinhBach.Transparency;

/// <summary>Entries beside those that bear the name of an event of a dossier or of the organisation.</summary>
public static class EntryTypes
{
    /// <summary>The log begins; facts: <c>origin</c>.</summary>
    public const string Began = "log.began";

    /// <summary>What the log says of which procedures; facts: <c>procedures</c>, an array of <c>code</c>, <c>shown</c>, <c>why</c> and <c>reason</c>.</summary>
    public const string Policy = "log.policy";

    /// <summary>A key signs from here on; facts: <c>key</c>, and <c>reason</c>.</summary>
    public const string Key = "log.key";

    /// <summary>An agency as it is from here on; facts: <c>code</c>, <c>name</c>, <c>units</c> (an array of <c>id</c> and <c>name</c>).</summary>
    public const string Agency = "organization.agency";

    /// <summary>A rule set; facts: <c>name</c>, <c>decree</c>, <c>from</c>, <c>onSupplement</c>, <c>extensions</c>, <c>apologyLeadDays</c>.</summary>
    public const string RuleSet = "rule-set.known";

    /// <summary>The working calendar of a year, of the city or of an agency that differs; facts: <c>year</c>, <c>zone</c>, <c>published</c>, <c>hours</c>, <c>makeUpHours</c>, <c>days</c>.</summary>
    public const string Calendar = "calendar.known";

    /// <summary>A figure was published; facts: <see cref="PublishedStatistic"/>.</summary>
    public const string Statistic = "statistic.published";

    /// <summary>A figure that was published before is wrong, and what is right; facts: <see cref="PublishedStatistic"/> with <c>corrects</c> and <c>reason</c>.</summary>
    public const string StatisticCorrected = "statistic.corrected";

    /// <summary>A report was published; facts: <see cref="PublishedReport"/>.</summary>
    public const string Report = "report.published";

    /// <summary>A report that was published before is wrong, and what is right; facts: <see cref="PublishedReport"/> with <c>corrects</c> and <c>reason</c>.</summary>
    public const string ReportCorrected = "report.corrected";

    /// <summary>Something happened in a dossier whose kind says too much already: time and commitment alone.</summary>
    public const string Sealed = "case.sealed";

    /// <summary>Those that publish figures.</summary>
    public static IReadOnlyList<string> Figures { get; } = [Statistic, StatisticCorrected, Report, ReportCorrected];
}
