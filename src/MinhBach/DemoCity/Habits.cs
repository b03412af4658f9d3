using MinhBach.Kernel;
using MinhBach.WorkingTime;
using NodaTime;

namespace MinhBach.DemoCity;

/// <summary>
/// What makes figures look better than the work, done now and then so that whoever watches has something to find. Drawn apart from
/// <see cref="Fate"/>: with or without habits the other dossiers live the same lives.
/// </summary>
/// <param name="AsksAtTheEnd">More papers are asked for on the last day, so that the term begins anew.</param>
/// <param name="ExtendsAtTheEnd">The apology goes out on the last day on which it may.</param>
/// <param name="Rushes">The appraisal is taken and done in one breath.</param>
/// <param name="Forgets">What came online lies for a day or two before the desk looks at it.</param>
internal sealed record Habits(bool AsksAtTheEnd, bool ExtendsAtTheEnd, bool Rushes, bool Forgets)
{
    // Fewer working days leave no time to dawdle.
    private const decimal LongTermHours = 40;

    private const int OneOfSoMany = 4;
    private const int DaysLeftLying = 16;
    private const int MonthsOfAQuarter = 3;

    public static Habits Of(Want want, Dice dice)
    {
        var isLong = want.Procedure.Steps.Sum(step => step.Hours) >= LongTermHours;
        return new(isLong & dice.Chance(0.012), dice.Chance(0.3), dice.Chance(0.003), dice.Chance(0.004));
    }

    /// <summary>Some clear their desk on the last evening of a quarter: answers when, if this piece of work waits for it and is not late by it.</summary>
    public static Instant? LastEvening(string person, Instant done, Instant? due, WorkingCalendar calendar, Dice dice)
    {
        // By the name: ids are not the same on both databases.
        if (person.Sum(letter => (int)letter) % OneOfSoMany != 0) return null;
        var day = done.DateInCity();
        if (day.Month % MonthsOfAQuarter != 0) return null;
        var end = day.With(DateAdjusters.EndOfMonth);
        while (!calendar.IsWorkingDay(end)) end = end.PlusDays(-1);
        if (day > end || day < end.PlusDays(-DaysLeftLying)) return null;
        var at = end.At(new LocalTime(19, 0)).InZoneLeniently(CityTime.Zone).ToInstant().Plus(Duration.FromMinutes(dice.Below(50)));
        return due > at ? at : null;
    }
}
