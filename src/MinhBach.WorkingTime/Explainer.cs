using System.Collections.Immutable;
using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>Walks a counted term day by day and says why each day was counted or skipped.</summary>
internal sealed class Explainer
{
    private readonly WorkingCalendar _calendar;
    private readonly Term _term;
    private readonly CountingRule _rule;
    private readonly Instant _from;
    private readonly Reckoning _reckoning;

    public Explainer(WorkingCalendar calendar, Term term, CountingRule rule, Instant from)
    {
        (_calendar, _term, _rule, _from) = (calendar, term, rule, from);
        _reckoning = TermClock.Reckon(calendar, term, rule, from);
    }

    public DueExplanation Explain()
    {
        var days = ImmutableArray.CreateBuilder<ExplainedDay>(_reckoning.DueDay - _reckoning.ReceivedDay + 1);
        decimal count = 0;
        for (var day = _reckoning.ReceivedDay; day <= _reckoning.DueDay; day++)
        {
            var description = _calendar.Describe(_calendar.Days.DateOf(day));
            var amount = CountOf(day);
            count += amount;
            days.Add(new ExplainedDay(description.Date, amount > 0, _term.IsHours ? count / 3600 : count, description, ReasonOf(day, amount > 0, description.Kind)));
        }

        return new DueExplanation(_from, _term, _rule, _reckoning.ToDueDate(_calendar), days.ToImmutable());
    }

    /// <summary>Days, or seconds of work: hours would not add up to the term where they have endless digits.</summary>
    private decimal CountOf(int day)
    {
        if (_term.IsHours)
            return SecondsOn(day);
        if (day < _reckoning.StartDay)
            return 0;
        if (_term.Unit == TermUnit.SameDay)
            return 1;
        if (day > _reckoning.LastDay || _term.Whole == 0 || (day == _reckoning.StartDay && _rule.FirstDayExcluded))
            return 0;
        return _term.Unit != TermUnit.WorkingDays || _calendar.Days.IsWorking(day) ? 1 : 0;
    }

    private long SecondsOn(int day)
    {
        if (day < _reckoning.StartDay || !_calendar.Days.IsWorking(day))
            return 0;
        var start = day == _reckoning.ReceivedDay ? _from : _calendar.OpeningOf(day);
        var end = day == _reckoning.DueDay ? _reckoning.At : _calendar.Days[day].End;
        return Math.Max(0, _calendar.Between(start, end).TotalSeconds);
    }

    private DayReason ReasonOf(int day, bool counted, DayKind kind)
    {
        if (counted)
            return kind == DayKind.MakeUpWorking ? DayReason.MakeUpWorkingCounted : DayReason.Counted;
        if (day == _reckoning.DueDay && day > _reckoning.LastDay)
            return DayReason.RolledOver;
        if (day == _reckoning.StartDay && !_term.IsHours && _rule.FirstDayExcluded)
            return DayReason.FirstDayExcluded;
        return kind switch
        {
            DayKind.Weekend => DayReason.Weekend,
            DayKind.Holiday => DayReason.Holiday,
            DayKind.SubstituteOff => DayReason.SubstituteOff,
            DayKind.LocalOff => DayReason.LocalOff,
            DayKind.WorkingDay or DayKind.MakeUpWorking => Late(),
        };
    }

    /// <summary>Why a working day of receipt does not count: closing time has passed, or the cut-off hour.</summary>
    private DayReason Late()
    {
        var (day, second) = _calendar.Locate(_from);
        return second > _calendar.Days.PatternOf(day).ClosingSecond || _reckoning.StartDay == day
            ? DayReason.OutsideHours
            : DayReason.AfterCutOff;
    }
}
