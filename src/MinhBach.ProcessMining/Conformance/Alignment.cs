namespace MinhBach.ProcessMining;

/// <summary>Who takes a step of an alignment.</summary>
public enum MoveKind
{
    /// <summary>The log and the model alike.</summary>
    Synchronous,

    /// <summary>Only the log: it was done where the model does not foresee it.</summary>
    LogOnly,

    /// <summary>Only the model: it foresees a step that was not done.</summary>
    ModelOnly,
}

/// <summary>A step of an alignment. Invisible routing is left out.</summary>
/// <param name="Kind">Who takes it.</param>
/// <param name="Activity">What is done.</param>
/// <param name="LogPosition">Place in the trace from 0; null for a move of the model only.</param>
/// <param name="NodeId">The model's node; null for a move of the log only.</param>
public readonly record struct AlignmentMove(MoveKind Kind, string Activity, int? LogPosition, string? NodeId);

/// <summary>A cheapest way to explain a trace by a model. There may be others that cost the same.</summary>
/// <param name="Moves">The moves in order.</param>
/// <param name="Cost">Number of moves that only the log or only the model takes.</param>
/// <param name="WorstCost">What it would cost to take nothing together: the whole trace, and the model's shortest way from begin to end.</param>
public sealed record Alignment(IReadOnlyList<AlignmentMove> Moves, int Cost, int WorstCost)
{
    /// <summary>1 − <see cref="Cost"/> / <see cref="WorstCost"/>; 1 where both are 0.</summary>
    public double Fitness => WorstCost == 0 ? 1 : 1 - ((double)Cost / WorstCost);
}

/// <summary>How the search for an alignment ended.</summary>
public enum AlignmentOutcome
{
    /// <summary>A cheapest alignment was found.</summary>
    Aligned,

    /// <summary>The budget of states was used up first: nothing is known.</summary>
    BudgetExceeded,

    /// <summary>The model has no way to its end.</summary>
    ModelCannotEnd,
}
