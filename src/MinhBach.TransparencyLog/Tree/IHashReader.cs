namespace MinhBach.TransparencyLog;

/// <summary>A tree whose perfect subtrees can be asked for.</summary>
public interface IHashReader
{
    /// <summary>The hash of a perfect subtree.</summary>
    /// <param name="level">Its height: it holds 2^level entries.</param>
    /// <param name="index">Which of that height, from the left, from 0.</param>
    /// <exception cref="LogException">It cannot be had.</exception>
    TreeHash Read(int level, long index);
}
