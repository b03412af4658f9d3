namespace MinhBach.ProcessMining;

/// <summary>
/// The tokens of a replayed trace (Rozinat and van der Aalst, Conformance checking of processes based on monitoring real behavior, 2008).
/// The token that the net begins with counts as produced, the one that it ends with as consumed.
/// </summary>
/// <param name="Produced">Tokens put into places.</param>
/// <param name="Consumed">Tokens taken from places.</param>
/// <param name="Missing">Tokens that had to be added so that a step could be taken.</param>
/// <param name="Remaining">Tokens left behind at the end.</param>
/// <param name="OutOfTurn">The steps that lacked a token, in order.</param>
/// <param name="NotInModel">The steps that the model does not know. They move no token, so the fitness says nothing of them.</param>
public sealed record ReplayedTrace(
    long Produced, long Consumed, long Missing, long Remaining, IReadOnlyList<string> OutOfTurn, IReadOnlyList<string> NotInModel)
{
    /// <summary>½ (1 − missing / consumed) + ½ (1 − remaining / produced).</summary>
    public double Fitness => FitnessOf(Produced, Consumed, Missing, Remaining);

    /// <summary>False where the budget was used up before it was known whether the trace fits: then the deviations are those of one way among many, and it may fit.</summary>
    public bool IsDecided { get; init; } = true;

    /// <summary>Whether the model foresees the whole trace.</summary>
    public bool Fits => Missing == 0 && Remaining == 0 && NotInModel.Count == 0;

    internal static double FitnessOf(long produced, long consumed, long missing, long remaining) =>
        (0.5 * (1 - ((double)missing / consumed))) + (0.5 * (1 - ((double)remaining / produced)));
}
