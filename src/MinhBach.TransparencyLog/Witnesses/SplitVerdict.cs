namespace MinhBach.TransparencyLog;

/// <summary>What two checkpoints of one log say of it.</summary>
public enum SplitVerdict
{
    /// <summary>The later tree begins with the earlier one.</summary>
    Consistent,

    /// <summary>No append-only log has both: whoever holds its key has shown two histories, or has rewritten one.</summary>
    Convicted,

    /// <summary>Nothing shows that the later tree begins with the earlier one: the log owes the proof, or tiles from which it can be made.</summary>
    Unanswered,
}
