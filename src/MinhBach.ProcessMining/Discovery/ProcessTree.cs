using System.Collections.Immutable;

namespace MinhBach.ProcessMining;

/// <summary>
/// A block-structured process. Trees are kept in one form: parts of the same operator are not nested, what does nothing is left out where that
/// changes nothing, and parts whose order means nothing are ordered. Two trees are equal if their texts are.
/// </summary>
public sealed class ProcessTree : IEquatable<ProcessTree>
{
    private readonly string _text;

    private ProcessTree(TreeOperator kind, string? activity, ImmutableArray<ProcessTree> parts)
    {
        (Operator, Activity, Parts) = (kind, activity, parts);
        _text = kind switch
        {
            TreeOperator.Activity => $"'{activity}'",
            TreeOperator.Silent => "τ",
            TreeOperator.Sequence => $"→({string.Join(", ", parts)})",
            TreeOperator.Exclusive => $"×({string.Join(", ", parts)})",
            TreeOperator.Parallel => $"∧({string.Join(", ", parts)})",
            TreeOperator.Loop => $"↺({string.Join(", ", parts)})",
        };
    }

    /// <summary>Nothing is done.</summary>
    public static ProcessTree Silent { get; } = new(TreeOperator.Silent, null, []);

    /// <summary>What this node is.</summary>
    public TreeOperator Operator { get; }

    /// <summary>The activity of <see cref="TreeOperator.Activity"/>; else null.</summary>
    public string? Activity { get; }

    /// <summary>The parts; empty for an activity and for nothing.</summary>
    public ImmutableArray<ProcessTree> Parts { get; }

    /// <summary>An activity.</summary>
    public static ProcessTree Do(string activity) => new(TreeOperator.Activity, activity, []);

    /// <summary>All parts, one after another.</summary>
    public static ProcessTree Sequence(params IEnumerable<ProcessTree> parts) =>
        Join(TreeOperator.Sequence, [.. Flat(TreeOperator.Sequence, parts).Where(part => part.Operator != TreeOperator.Silent)]);

    /// <summary>One of the parts.</summary>
    public static ProcessTree Exclusive(params IEnumerable<ProcessTree> parts) =>
        Join(TreeOperator.Exclusive, [.. Flat(TreeOperator.Exclusive, parts).Distinct().OrderBy(part => part._text, StringComparer.Ordinal)]);

    /// <summary>All parts, in any interleaving.</summary>
    public static ProcessTree Parallel(params IEnumerable<ProcessTree> parts) =>
        Join(TreeOperator.Parallel, [.. Flat(TreeOperator.Parallel, parts).Where(part => part.Operator != TreeOperator.Silent).OrderBy(part => part._text, StringComparer.Ordinal)]);

    /// <summary>A part that is done once or more, with one of others between two rounds.</summary>
    public static ProcessTree Loop(ProcessTree body, params IEnumerable<ProcessTree> redo)
    {
        var others = Flat(TreeOperator.Exclusive, redo).Distinct().OrderBy(part => part._text, StringComparer.Ordinal).ToList();
        return others.Count == 0 || (body.Operator == TreeOperator.Silent && others.TrueForAll(part => part.Operator == TreeOperator.Silent))
            ? body
            : new ProcessTree(TreeOperator.Loop, null, [body, .. others]);
    }

    /// <inheritdoc/>
    public bool Equals(ProcessTree? other) => other is not null && other._text == _text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProcessTree);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>The tree in the notation of the field: →('a', ×('b', τ)).</summary>
    public override string ToString() => _text;

    private static IEnumerable<ProcessTree> Flat(TreeOperator kind, IEnumerable<ProcessTree> parts) =>
        parts.SelectMany(part => part.Operator == kind ? part.Parts : [part]);

    private static ProcessTree Join(TreeOperator kind, ImmutableArray<ProcessTree> parts) => parts.Length switch
    {
        0 => Silent,
        1 => parts[0],
        _ => new ProcessTree(kind, null, parts),
    };
}
