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

    public static Habits Of(Want want, Dice dice)
    {
        var isLong = want.Procedure.Steps.Sum(step => step.Hours) >= LongTermHours;
        return new(isLong & dice.Chance(0.012), dice.Chance(0.3), dice.Chance(0.003), dice.Chance(0.004));
    }
}
