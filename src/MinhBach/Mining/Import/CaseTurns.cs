using System.Text.RegularExpressions;

namespace MinhBach.Mining.Import;

/// <summary>Tells the cases of a file apart where two have one id, and those that have none from those of other files.</summary>
internal sealed partial class CaseTurns(string hash)
{
    private const int HashDigits = 12;

    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The key of the next case, and how many had it before it in this file, itself included.</summary>
    public (string Key, int Turn) Next(string id)
    {
        // Readers number the cases without an id: the first of this file is not the first of another.
        var key = MadeUp().IsMatch(id) ? id + "@" + hash[..HashDigits] : id;
        return (key, seen[key] = seen.GetValueOrDefault(key) + 1);
    }

    [GeneratedRegex(@"^no-id-\d+$", RegexOptions.None, 1000)]
    private static partial Regex MadeUp();
}
