using MinhBach.Shell;

namespace MinhBach.Organization.Browse;

/// <summary>Finds names whether or not their accents are typed.</summary>
internal static class Search
{
    public static bool Matches(string name, string query)
    {
        var plain = PlainLetters.Of(name);
        return PlainLetters.Of(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => plain.Contains(word, StringComparison.Ordinal));
    }
}
