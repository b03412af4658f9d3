namespace MinhBach.ProcessMining;

/// <summary>What a node of a process tree is.</summary>
public enum TreeOperator
{
    /// <summary>An activity is done.</summary>
    Activity,

    /// <summary>Nothing is done.</summary>
    Silent,

    /// <summary>All parts, one after another.</summary>
    Sequence,

    /// <summary>One of the parts.</summary>
    Exclusive,

    /// <summary>All parts, in any interleaving.</summary>
    Parallel,

    /// <summary>The first part; then, as often as wanted, one of the others and the first again.</summary>
    Loop,
}
