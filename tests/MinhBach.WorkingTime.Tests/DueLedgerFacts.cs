using static MinhBach.WorkingTime.Tests.Moments;

namespace MinhBach.WorkingTime.Tests;

public sealed class DueLedgerFacts
{
    private readonly WorkingCalendar _calendar = Vietnam.Calendar;

    [Fact]
    public void A_pause_keeps_whole_remaining_working_days()
    {
        var ledger = Start(Term.WorkingDays(5), "2026-03-02 09:00");
        Assert.Equal(Date("2026-03-09"), ledger.FirstDue.Date);
        var paused = ledger.Pause(_calendar, At("2026-03-04 10:00"), "Thiếu giấy chứng sinh", "Một cửa");
        Assert.True(paused.IsPaused);
        Assert.Equal(Term.WorkingDays(3), paused.Entries[^1].Remaining);
        var resumed = paused.Resume(_calendar, At("2026-03-16 15:00"), "Đã bổ sung", "Một cửa");
        Assert.False(resumed.IsPaused);
        Assert.Equal(Date("2026-03-19"), resumed.CurrentDue.Date);
        Assert.Equal(Date("2026-03-09"), resumed.FirstDue.Date);
    }

    [Fact]
    public void A_pause_keeps_hours_to_the_second()
    {
        var paused = Start(Term.WorkingHours(8), "2026-03-02 09:00").Pause(_calendar, At("2026-03-02 10:20"), "", "");
        Assert.Equal("2026-03-06 15:10", Local(paused.Resume(_calendar, At("2026-03-05 16:30"), "", "").CurrentDue.At));
    }

    [Fact]
    public void A_pause_keeps_calendar_days_from_before_the_roll()
    {
        var ledger = Start(Term.Days(30), "2026-08-01 09:00", CountingRule.Civil);
        Assert.Equal(Date("2026-09-03"), ledger.FirstDue.Date);
        var resumed = ledger.Pause(_calendar, At("2026-08-29 09:00"), "", "").Resume(_calendar, At("2026-09-07 09:00"), "", "");
        Assert.Equal(Date("2026-09-09"), resumed.CurrentDue.Date);
    }

    [Theory]
    [InlineData(TermUnit.WorkingHours)]
    [InlineData(TermUnit.WorkingDays)]
    [InlineData(TermUnit.Days)]
    [InlineData(TermUnit.Weeks)]
    [InlineData(TermUnit.Months)]
    [InlineData(TermUnit.SameDay)]
    public void A_pause_that_ends_at_once_changes_nothing(TermUnit unit)
    {
        foreach (var now in new[] { "2026-08-21 09:30", "2026-08-21 16:00", "2026-08-21 20:00", "2026-08-22 10:00" })
        {
            var ledger = Start(new Term(2, unit), "2026-08-21 09:00");
            Assert.Equal(ledger.CurrentDue.At, ledger.Pause(_calendar, At(now), "", "").Resume(_calendar, At(now), "", "").CurrentDue.At);
        }
    }

    [Fact]
    public void A_pause_on_the_due_day_leaves_the_day_of_return()
    {
        var paused = Start(Term.WorkingDays(1), "2026-03-02 09:00").Pause(_calendar, At("2026-03-03 11:00"), "", "");
        Assert.Equal("2026-03-09 17:30", Local(paused.Resume(_calendar, At("2026-03-07 11:00"), "", "").CurrentDue.At));
    }

    [Fact]
    public void A_pause_does_not_undo_lateness()
    {
        var late = Start(Term.WorkingDays(1), "2026-03-02 09:00").Pause(_calendar, At("2026-03-05 11:00"), "", "");
        Assert.Equal(Date("2026-03-03"), late.Resume(_calendar, At("2026-03-12 11:00"), "", "").CurrentDue.Date);
    }

    [Fact]
    public void A_restart_counts_the_whole_term_again_and_ends_a_pause()
    {
        var ledger = Start(Term.WorkingDays(5), "2026-03-02 09:00").Pause(_calendar, At("2026-03-04 10:00"), "", "");
        var restarted = ledger.Restart(_calendar, At("2026-03-16 09:00"), null, "Hồ sơ đã đủ", "Một cửa");
        Assert.False(restarted.IsPaused);
        Assert.Equal(Date("2026-03-23"), restarted.CurrentDue.Date);
        Assert.Equal(Date("2026-03-18"), restarted.Restart(_calendar, At("2026-03-16 09:00"), Term.WorkingDays(2), "", "").CurrentDue.Date);
        Assert.Equal(Date("2026-03-09"), restarted.FirstDue.Date);
    }

    [Fact]
    public void An_extension_is_later_has_a_reason_and_is_counted()
    {
        var ledger = Start(Term.WorkingDays(5), "2026-03-02 09:00");
        var later = new DueDate(Date("2026-03-13"), At("2026-03-13 17:30"));
        var extended = ledger.Extend(later, At("2026-03-06 09:00"), "Chờ xác minh", "Trưởng phòng");
        Assert.Equal(later, extended.CurrentDue);
        Assert.Equal(1, extended.ExtensionCount);
        Assert.Equal("Chờ xác minh", extended.Entries[^1].Reason);
        Assert.Throws<ArgumentException>(() => extended.Extend(ledger.FirstDue, At("2026-03-06 09:00"), "", ""));
        Assert.Equal(Date("2026-03-20"), extended.Pause(_calendar, At("2026-03-09 09:00"), "", "").Resume(_calendar, At("2026-03-16 09:00"), "", "").CurrentDue.Date);
    }

    [Fact]
    public void A_changed_calendar_recounts_the_whole_history_once()
    {
        var ledger = Start(Term.WorkingDays(5), "2026-11-16 09:00")
            .Pause(_calendar, At("2026-11-18 10:00"), "", "")
            .Resume(_calendar, At("2026-11-20 10:00"), "", "");
        Assert.Equal(Date("2026-11-26"), ledger.CurrentDue.Date);
        var swapped = _calendar.With([new CalendarDay(Date("2026-11-23"), DayKind.SubstituteOff, "Hoán đổi", "Giả định", false)]);
        var recounted = ledger.Recalculate(swapped, At("2026-11-20 11:00"), "Lịch thay đổi", "Hệ thống");
        Assert.Equal(Date("2026-11-27"), recounted.CurrentDue.Date);
        Assert.Equal(DueEntryKind.Recalculated, recounted.Entries[^1].Kind);
        Assert.Equal(Date("2026-11-23"), recounted.FirstDue.Date);
        Assert.Same(recounted, recounted.Recalculate(swapped, At("2026-11-20 12:00"), "", ""));
        Assert.Same(ledger, ledger.Recalculate(_calendar, At("2026-11-20 12:00"), "", ""));
    }

    [Fact]
    public void The_current_date_is_explained_from_the_last_time_that_the_clock_began_to_run()
    {
        var paused = Start(Term.WorkingDays(5), "2026-03-02 09:00").Pause(_calendar, At("2026-03-04 10:00"), "", "");
        Assert.Equal(Date("2026-03-09"), paused.Explain(_calendar).Due.Date);
        var resumed = paused.Resume(_calendar, At("2026-03-16 15:00"), "", "");
        Assert.Equal(resumed.CurrentDue, resumed.Explain(_calendar).Due);
        Assert.Equal([Date("2026-03-16"), Date("2026-03-17"), Date("2026-03-18"), Date("2026-03-19")], resumed.Explain(_calendar).Days.Select(day => day.Date));
        var restarted = resumed.Restart(_calendar, At("2026-03-18 09:00"), Term.WorkingDays(2), "", "");
        Assert.Equal(restarted.CurrentDue, restarted.Explain(_calendar).Due);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var ledger = Start(Term.WorkingDays(5), "2026-03-02 09:00");
        var paused = ledger.Pause(_calendar, At("2026-03-03 09:00"), "", "");
        Assert.Throws<InvalidOperationException>(() => ledger.Resume(_calendar, At("2026-03-03 09:00"), "", ""));
        Assert.Throws<InvalidOperationException>(() => paused.Pause(_calendar, At("2026-03-03 09:00"), "", ""));
        Assert.Throws<InvalidOperationException>(() => paused.Extend(new DueDate(Date("2026-03-30"), At("2026-03-30 17:30")), At("2026-03-03 09:00"), "", ""));
        Assert.Throws<ArgumentException>(() => DueLedger.FromEntries(CountingRule.OneStop, []));
    }

    [Fact]
    public void A_ledger_comes_back_from_its_entries()
    {
        var paused = Start(Term.WorkingDays(5), "2026-03-02 09:00").Pause(_calendar, At("2026-03-04 10:00"), "", "");
        var back = DueLedger.FromEntries(paused.Rule, paused.Entries);
        Assert.True(back.IsPaused);
        Assert.Equal(Date("2026-03-19"), back.Resume(_calendar, At("2026-03-16 15:00"), "", "").CurrentDue.Date);
    }

    private DueLedger Start(Term term, string from, CountingRule? rule = null) =>
        DueLedger.Start(_calendar, term, rule ?? CountingRule.OneStop, At(from), "Một cửa");
}
