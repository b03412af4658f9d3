namespace MinhBach.TransparencyLog;

/// <summary>How far a tree has come.</summary>
/// <param name="Size">Its entries.</param>
/// <param name="Root">Its root.</param>
public readonly record struct TreeHead(long Size, TreeHash Root)
{
    /// <summary>The tree without entries.</summary>
    public static TreeHead Empty => new(0, TreeHashing.Empty);
}
