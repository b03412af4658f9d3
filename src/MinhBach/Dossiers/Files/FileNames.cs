namespace MinhBach.Dossiers;

/// <summary>Names of files as strangers send them, made harmless.</summary>
internal static class FileNames
{
    private const int MaxLength = 120;

    /// <summary>The last part of a path, without control characters, at most 120 characters with its ending kept.</summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        var clean = string.Concat(last.Where(sign => !char.IsControl(sign) && !"<>\"|?*\u200e\u200f\u202a\u202b\u202c\u202d\u202e".Contains(sign))).Trim(' ', '.');
        if (clean.Length == 0) clean = "tep";
        var extension = Path.GetExtension(clean);
        return clean.Length <= MaxLength ? clean : clean[..(MaxLength - extension.Length)] + extension;
    }
}
