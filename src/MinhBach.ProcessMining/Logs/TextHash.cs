namespace MinhBach.ProcessMining;

/// <summary>FNV-1a over characters: to tell texts apart without keeping them. Not for telling whether someone meddled.</summary>
internal static class TextHash
{
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211;
        return hash;
    }

    /// <summary>Half as long.</summary>
    public static int ShortOf(ReadOnlySpan<char> text)
    {
        var hash = Of(text);
        return (int)(hash ^ (hash >> 32));
    }
}
