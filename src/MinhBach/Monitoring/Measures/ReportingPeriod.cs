using NodaTime;

namespace MinhBach.Monitoring;

/// <summary>Days from one to another, both included.</summary>
public sealed record ReportingPeriod
{
    /// <summary>A period.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public ReportingPeriod(LocalDate from, LocalDate to)
    {
        if (to < from) throw new ArgumentException("A period ends after it begins.", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>First day.</summary>
    public LocalDate From { get; }

    /// <summary>Last day.</summary>
    public LocalDate To { get; }

    /// <summary>The twelve months up to a day: from the first day of the same month a year before, or after it on a month's end.</summary>
    public static ReportingPeriod YearTo(LocalDate day) => new(day.PlusYears(-1).PlusDays(1), day);

    /// <summary>The calendar months of the period, the first and the last as far as they lie in it.</summary>
    public IEnumerable<ReportingPeriod> Months()
    {
        for (var first = From; first <= To;)
        {
            var last = LocalDate.Min(first.With(DateAdjusters.EndOfMonth), To);
            yield return new(first, last);
            first = last.PlusDays(1);
        }
    }
}
