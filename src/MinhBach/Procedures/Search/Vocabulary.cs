using System.Numerics;

namespace MinhBach.Procedures.Search;

/// <summary>All folded words of the index in order, to find a word, those it begins, and those it was mistyped for.</summary>
internal sealed class Vocabulary(IEnumerable<string> words)
{
    private readonly string[] sorted = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    private uint[]? letters;

    public int Find(string word) => Array.BinarySearch(sorted, word, StringComparer.Ordinal) is >= 0 and var at ? at : -1;

    /// <summary>Words that begin with a text, without the text itself.</summary>
    public IEnumerable<int> BeginningWith(string prefix)
    {
        var at = Array.BinarySearch(sorted, prefix, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at + 1; i < sorted.Length && sorted[i].StartsWith(prefix, StringComparison.Ordinal); i++)
            yield return i;
    }

    /// <summary>Words one slip away: a letter too many, too few, another, or two changed round; two slips from eight letters on.</summary>
    public List<int> NearTo(string word)
    {
        var slips = word.Length >= 8 ? 2 : 1;
        var known = letters ??= Array.ConvertAll(sorted, Letters);
        var wanted = Letters(word);
        var near = new List<int>();
        var rows = new int[3 * (word.Length + 1)];
        for (var i = 0; i < sorted.Length; i++)
        {
            // One slip takes at most one kind of letter away and brings at most one in.
            if (Math.Abs(sorted[i].Length - word.Length) <= slips && BitOperations.PopCount(known[i] ^ wanted) <= 2 * slips
                && Slips(sorted[i], word, slips, rows) <= slips && sorted[i] != word)
                near.Add(i);
        }

        return near;
    }

    // Which letters a word has, 32 kinds of them.
    private static uint Letters(string word) => word.Aggregate(0u, (kinds, letter) => kinds | (1u << (letter % 32)));

    // Damerau–Levenshtein (optimal string alignment), given up once a row exceeds the limit.
    private static int Slips(string left, string right, int limit, Span<int> rows)
    {
        var width = right.Length + 1;
        var before = rows[..width];
        var last = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        for (var j = 0; j <= right.Length; j++)
            last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var slips = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    slips = Math.Min(slips, before[j - 2] + 1);
                row[j] = slips;
                best = Math.Min(best, slips);
            }

            if (best > limit)
                return best;
            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[right.Length];
    }
}
