namespace MinhBach.Procedures.Search;

/// <summary>A procedure's name with and without marks, to tell a close answer from a loose one.</summary>
internal sealed record IndexedName(string Folded, HashSet<string> Marked, int Length)
{
    public static IndexedName Of(string name)
    {
        var words = Folding.Words(name).ToList();
        return new IndexedName($" {string.Join(' ', words.Select(Folding.Fold))} ", new HashSet<string>(words, StringComparer.Ordinal), words.Count);
    }

    /// <summary>What a name earns above the sum of its words.</summary>
    public float Bonus(string phrase, string[] marked, float score)
    {
        var bonus = 0f;
        if (Folded.Contains($" {phrase}", StringComparison.Ordinal))
            bonus += score * (Folded.StartsWith($" {phrase}", StringComparison.Ordinal) ? 0.8f : 0.4f);
        if (Folded.Length == phrase.Length + 2 && bonus > 0)
            bonus += score;
        // “hộ tịch” with its marks is meant: names that write it so come before those that only sound alike.
        bonus += score * 0.5f * marked.Count(Marked.Contains) / marked.Length;
        // Among equals the shorter name is the more general procedure.
        return bonus + (score * 0.3f / MathF.Sqrt(1 + Length));
    }
}
