namespace MinhBach.Procedures.Import;

/// <summary>Something in a record that could not be read, or not with certainty: which record and field, the words, and why.</summary>
public sealed record ReadingProblem(string Code, string Field, string Excerpt, string Reason)
{
    private const int ExcerptLength = 160;

    internal static ReadingProblem At(string code, string field, string text, string reason)
    {
        var clean = PortalText.Clean(text);
        return new ReadingProblem(code, field, clean.Length > ExcerptLength ? clean[..ExcerptLength] + "…" : clean, reason);
    }
}

/// <summary>A record of a catalogue as read: a version without ids, and what was unclear in it.</summary>
/// <param name="Version">What was read.</param>
/// <param name="Problems">What was unclear.</param>
/// <param name="Detail">Whether it is a line of a list or a full record.</param>
/// <param name="Hash">Of the record as published: equal hashes are equal records.</param>
internal sealed record CatalogueRecord(ProcedureVersion Version, IReadOnlyList<ReadingProblem> Problems, RecordDetail Detail, string Hash);

internal enum RecordDetail
{
    /// <summary>A line of a list: code, name, authority, field.</summary>
    Listed,

    /// <summary>A full record.</summary>
    Full,
}
