using System.Globalization;
using System.Text;

namespace MinhBach.TransparencyLog;

/// <summary>Names one file of a log (c2sp.org/tlog-tiles): a tile of hashes, or a bundle of the entries beneath a tile of level 0.</summary>
/// <param name="Level">Its level, 0 for hashes of entries; <see cref="Entries"/> for a bundle.</param>
/// <param name="Index">Which of its level, from the left, from 0.</param>
/// <param name="Width">How many hashes or entries it holds, 1 to 256.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Hashes or entries in a tile that is full.</summary>
    public const int FullWidth = 256;

    /// <summary>The level that stands for bundles of entries.</summary>
    public const int Entries = -1;

    /// <summary>Tree levels in a tile.</summary>
    internal const int Height = 8;

    /// <summary>Tile levels that a tree of 2^63 - 1 entries can have.</summary>
    internal const int Levels = 8;

    private const string Root = "tile/";

    /// <summary>Whether it can still grow.</summary>
    public bool IsPartial => Width < FullWidth;

    /// <summary>The same tile once it is full.</summary>
    public Tile Full => this with { Width = FullWidth };

    /// <summary>Where it lies below the log's prefix: <c>tile/0/x001/234.p/5</c>.</summary>
    public string Path
    {
        get
        {
            var index = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
                index = FormattableString.Invariant($"x{rest % 1000:000}/{index}");
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            return Root + level + "/" + index + (IsPartial ? FormattableString.Invariant($".p/{Width}") : "");
        }
    }

    /// <summary>The folder in which the partial forms of this tile lie.</summary>
    internal string PartialFolder => Full.Path + ".p";

    /// <summary>Reads a path.</summary>
    /// <exception cref="LogException">It names no tile, or not in the one spelling.</exception>
    public static Tile Parse(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        if (parts.Length >= 3 && parts[0] == "tile")
        {
            var (width, last) = (FullWidth, parts.Length - 1);
            if (parts[^2].EndsWith(".p", StringComparison.Ordinal) && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width))
                last--;
            else
                width = FullWidth;
            var index = new StringBuilder();
            for (var i = 2; i <= last; i++)
                index.Append(parts[i].AsSpan(i < last && parts[i].StartsWith('x') ? 1 : 0));
            var digits = index.ToString().Replace(".p", "", StringComparison.Ordinal);
            var isEntries = parts[1] == "entries";
            // Whatever was read too kindly does not come back as it went in.
            if ((int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var level) || isEntries)
                && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && level <= 63
                && new Tile(isEntries ? Entries : level, number, width) is { Width: > 0 and <= FullWidth } tile
                && tile.Path == path)
            {
                return tile;
            }
        }

        throw new LogException($"No tile has the path '{path}'.");
    }

    /// <summary>How wide a tile is in a tree of a size; 0 where the tree has none there.</summary>
    internal static int WidthIn(long size, int level, long index)
    {
        var hashes = size >> (Height * Math.Max(level, 0));
        return (int)Math.Clamp(hashes - (index * FullWidth), 0, FullWidth);
    }
}
