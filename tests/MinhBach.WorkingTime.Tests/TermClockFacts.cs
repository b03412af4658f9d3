using System.Globalization;
using NodaTime;
using static MinhBach.WorkingTime.Tests.Moments;

namespace MinhBach.WorkingTime.Tests;

public sealed class TermClockFacts
{
    // The checked examples of the law, on the shipped calendar.
    [Theory]
    [InlineData("2026-02-12 09:00", 5, "2026-02-26")]
    [InlineData("2026-04-28 09:00", 3, "2026-05-05")]
    [InlineData("2026-08-21 09:00", 3, "2026-08-25")]
    public void Checked_examples_in_working_days(string accepted, int days, string due)
    {
        Assert.Equal(Date(due), Due(Term.WorkingDays(days), CountingRule.OneStop, accepted).Date);
        Assert.Equal(Date(due), Due(Term.WorkingDays(days), CountingRule.Civil, accepted).Date);
        Assert.Equal($"{due} 17:30", Local(Due(Term.WorkingDays(days), CountingRule.OneStop, accepted).At));
    }

    [Fact]
    public void Without_the_make_up_Saturday_the_example_of_August_2026_falls_a_day_later()
    {
        var without = Vietnam.Calendar.With([new CalendarDay(Date("2026-08-22"), DayKind.LocalOff, "Không làm bù", "Giả định", false)]);
        Assert.Equal(Date("2026-08-26"), TermClock.Due(without, Term.WorkingDays(3), CountingRule.OneStop, At("2026-08-21 09:00")).Date);
    }

    [Fact]
    public void The_make_up_Saturday_of_August_2026_counts_but_is_shown_as_unverified()
    {
        var explanation = TermClock.Explain(Vietnam.Calendar, Term.WorkingDays(3), CountingRule.OneStop, At("2026-08-21 09:00"));
        Assert.Equal(Date("2026-08-22"), Assert.Single(explanation.UnverifiedDays).Date);
        Assert.Equal(DayReason.MakeUpWorkingCounted, explanation.Days[1].Reason);
    }

    [Fact]
    public void A_complaint_accepted_on_a_Saturday_has_thirty_days_and_rolls_over_the_national_holiday() =>
        Assert.Equal(Date("2026-09-03"), Due(Term.Days(30), CountingRule.Civil, "2026-08-01 09:00").Date);

    [Theory]
    [InlineData("0.5", "2026-11-20 16:30", "2026-11-23 11:00")]
    [InlineData("1.5", "2026-11-20 08:00", "2026-11-23 12:00")]
    public void A_part_of_a_working_day_is_counted_in_hours(string days, string from, string due) =>
        Assert.Equal(due, Local(Due(Term.WorkingDays(decimal.Parse(days, CultureInfo.InvariantCulture)), CountingRule.OneStop, from).At));

    [Theory]
    [InlineData("2026-11-20 16:30", "2026-11-23 16:30")]
    [InlineData("2026-11-20 20:00", "2026-11-23 17:30")]
    [InlineData("2026-11-21 10:00", "2026-11-23 17:30")]
    public void Eight_working_hours_run_from_the_given_moment(string from, string due) =>
        Assert.Equal(due, Local(Due(Term.WorkingHours(8), CountingRule.OneStop, from).At));

    [Fact]
    public void The_desk_receives_at_work_only_while_the_Civil_Code_receives_all_day()
    {
        // Tuesday 24/11/2026 is Vietnam Culture Day.
        Assert.Equal(Date("2026-11-27"), Due(Term.WorkingDays(2), CountingRule.OneStop, "2026-11-23 20:00").Date);
        Assert.Equal(Date("2026-11-26"), Due(Term.WorkingDays(2), CountingRule.Civil, "2026-11-23 20:00").Date);
        Assert.Equal(Date("2026-11-26"), Due(Term.WorkingDays(2), CountingRule.OneStop, "2026-11-23 17:30").Date);
        Assert.Equal(Date("2026-12-02"), Due(Term.WorkingDays(2), CountingRule.OneStop, "2026-11-28 09:00").Date);
        Assert.Equal(Date("2026-12-01"), Due(Term.WorkingDays(2), CountingRule.Civil, "2026-11-28 09:00").Date);
    }

    [Theory]
    [InlineData("2026-11-25 09:00", "2026-11-25 17:30")]
    [InlineData("2026-11-25 15:00", "2026-11-25 17:30")]
    [InlineData("2026-11-25 15:01", "2026-11-26 17:30")]
    [InlineData("2026-11-27 15:01", "2026-11-30 17:30")]
    [InlineData("2026-11-28 09:00", "2026-11-30 17:30")]
    public void Within_the_day_means_by_close_of_work_and_after_15_00_the_next_working_day(string from, string due) =>
        Assert.Equal(due, Local(Due(Term.SameDay(), CountingRule.OneStop, from).At));

    [Fact]
    public void A_cut_off_hour_moves_every_term_to_the_next_working_day()
    {
        var rule = CountingRule.OneStop with { CutOff = new LocalTime(15, 0) };
        Assert.Equal(Date("2026-11-26"), Due(Term.WorkingDays(2), rule, "2026-11-23 15:00").Date);
        Assert.Equal(Date("2026-11-27"), Due(Term.WorkingDays(2), rule, "2026-11-23 15:01").Date);
        Assert.Equal("2026-11-25 17:30", Local(Due(Term.WorkingHours(8), rule, "2026-11-23 15:01").At));
    }

    [Fact]
    public void Counting_the_first_day_ends_a_day_earlier()
    {
        var rule = CountingRule.Civil with { FirstDayExcluded = false };
        Assert.Equal(Date("2026-11-20"), Due(Term.WorkingDays(5), rule, "2026-11-16 09:00").Date);
        Assert.Equal(Date("2026-11-20"), Due(Term.Days(5), rule, "2026-11-16 09:00").Date);
        Assert.Equal(Date("2026-11-23"), Due(Term.Weeks(1), rule, "2026-11-16 09:00").Date);
        Assert.Equal(Date("2016-01-04"), TermClock.Due(Vietnam.Calendar, Term.WorkingDays(2), rule, At("2016-01-01 09:00")).Date);
    }

    [Theory]
    [InlineData("2024-01-31 09:00", 1, "2024-02-29")]
    [InlineData("2023-01-31 09:00", 1, "2023-02-28")]
    [InlineData("2024-02-29 09:00", 12, "2025-02-28")]
    [InlineData("2026-10-31 09:00", 1, "2026-11-30")]
    [InlineData("2026-12-04 09:00", 1, "2027-01-04")]
    public void Months_end_on_the_same_day_or_the_last_of_the_month(string from, int months, string due) =>
        Assert.Equal(Date(due), Due(Term.Months(months), CountingRule.Civil, from).Date);

    [Theory]
    [InlineData("2018-02-13 09:00", 1, "2018-02-21")]
    [InlineData("2019-02-01 09:00", 1, "2019-02-11")]
    [InlineData("2025-01-24 09:00", 2, "2025-02-04")]
    public void Working_days_step_over_Tet(string from, int days, string due) =>
        Assert.Equal(Date(due), Due(Term.WorkingDays(days), CountingRule.OneStop, from).Date);

    [Theory]
    [InlineData("2018-12-28 09:00", 2, "2019-01-03")]
    [InlineData("2019-01-03 09:00", 2, "2019-01-05")]
    [InlineData("2019-04-26 09:00", 2, "2019-05-03")]
    [InlineData("2019-05-03 09:00", 1, "2019-05-04")]
    public void Swapped_days_are_off_and_their_Saturdays_are_worked(string from, int days, string due) =>
        Assert.Equal(Date(due), Due(Term.WorkingDays(days), CountingRule.OneStop, from).Date);

    [Fact]
    public void A_term_into_a_year_without_a_published_calendar_is_counted_but_provisional()
    {
        Assert.False(Due(Term.WorkingDays(5), CountingRule.OneStop, "2026-12-22 09:00").IsProvisional);
        var due = Due(Term.WorkingDays(10), CountingRule.OneStop, "2026-12-22 09:00");
        Assert.Equal(Date("2027-01-06"), due.Date);
        Assert.True(due.IsProvisional);
        Assert.True(TermClock.Explain(Vietnam.Calendar, Term.WorkingDays(10), CountingRule.OneStop, At("2026-12-22 09:00")).IsProvisional);
        Assert.True(Due(Term.Months(18), CountingRule.Civil, "2026-12-22 09:00").IsProvisional);
        Assert.False(Vietnam.Calendar.Describe(Date("2028-03-01")).Verified);
    }

    [Fact]
    public void A_term_beyond_the_calendar_is_refused() =>
        Assert.Throws<CalendarRangeException>(() => Due(Term.Months(48), CountingRule.Civil, "2026-12-22 09:00"));

    [Fact]
    public void An_amount_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.WorkingDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.WorkingDays(1_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Term(1.5m, TermUnit.Months));
    }

    private static DueDate Due(Term term, CountingRule rule, string from) => TermClock.Due(Vietnam.Calendar, term, rule, At(from));
}
