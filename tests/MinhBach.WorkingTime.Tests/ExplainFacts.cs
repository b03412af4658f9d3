using NodaTime;
using static MinhBach.WorkingTime.Tests.Moments;

namespace MinhBach.WorkingTime.Tests;

public sealed class ExplainFacts
{
    [Fact]
    public void Every_day_over_Tet_has_its_reason()
    {
        var explanation = Explain(Term.WorkingDays(5), CountingRule.OneStop, "2026-02-12 09:00");
        Assert.Equal(
            [
                "12/02 FirstDayExcluded 0", "13/02 Counted 1", "14/02 Weekend 1", "15/02 Weekend 1",
                "16/02 Holiday 1", "17/02 Holiday 1", "18/02 Holiday 1", "19/02 Holiday 1", "20/02 Holiday 1",
                "21/02 Weekend 1", "22/02 Weekend 1", "23/02 Counted 2", "24/02 Counted 3", "25/02 Counted 4", "26/02 Counted 5",
            ],
            Lines(explanation));
        Assert.Equal("Mùng 1 Tết Nguyên đán", explanation.Days[5].Description.Name);
        Assert.Contains("9441/TB-BNV", explanation.Days[5].Description.LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_term_counts_days_off_and_rolls_over_the_last() =>
        Assert.Equal(
            ["28/08 FirstDayExcluded 0", "29/08 Counted 1", "30/08 Counted 2", "31/08 Counted 3", "01/09 Holiday 3", "02/09 Holiday 3", "03/09 RolledOver 3"],
            Lines(Explain(Term.Days(3), CountingRule.Civil, "2026-08-28 09:00")));

    [Fact]
    public void Hours_show_how_much_of_each_day_was_counted() =>
        Assert.Equal(
            ["20/11 Counted 1", "21/11 Weekend 1", "22/11 Weekend 1", "23/11 Counted 8"],
            Lines(Explain(Term.WorkingHours(8), CountingRule.OneStop, "2026-11-20 16:30")));

    [Fact]
    public void Receipt_after_close_of_work_is_told_from_receipt_after_the_cut_off()
    {
        Assert.Equal("23/11 OutsideHours 0", Lines(Explain(Term.WorkingDays(1), CountingRule.OneStop, "2026-11-23 20:00"))[0]);
        Assert.Equal("25/11 FirstDayExcluded 0", Lines(Explain(Term.WorkingDays(1), CountingRule.OneStop, "2026-11-23 20:00"))[2]);
        Assert.Equal(["25/11 AfterCutOff 0", "26/11 Counted 1"], Lines(Explain(Term.SameDay(), CountingRule.OneStop, "2026-11-25 16:00")));
        Assert.Equal(["25/11 OutsideHours 0", "26/11 Counted 8"], Lines(Explain(Term.WorkingHours(8), CountingRule.OneStop, "2026-11-25 18:00")));
    }

    [Fact]
    public void A_swapped_day_off_and_an_agency_day_off_are_named()
    {
        var agency = Vietnam.Calendar.With([new CalendarDay(Date("2026-08-27"), DayKind.LocalOff, "Mất điện", "Thông báo của phường", true)]);
        var explanation = TermClock.Explain(agency, Term.WorkingDays(3), CountingRule.OneStop, At("2026-08-26 09:00"));
        Assert.Equal(DayReason.LocalOff, explanation.Days[1].Reason);
        Assert.Equal(DayReason.SubstituteOff, explanation.Days.Single(day => day.Date == Date("2026-08-31")).Reason);
    }

    private static DueExplanation Explain(Term term, CountingRule rule, string from) => TermClock.Explain(Vietnam.Calendar, term, rule, At(from));

    private static string[] Lines(DueExplanation explanation) =>
        [.. explanation.Days.Select(day => $"{day.Date:dd/MM} {day.Reason} {day.RunningCount:0.##}")];
}
