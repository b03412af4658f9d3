using System.Text;

namespace MinhBach.Transparency.Grow;

/// <summary>The keys of this city's log and of the witnesses that it asks.</summary>
internal sealed class PublishedKeys(LogHome home, Cosigners cosigners) : ILogKeys
{
    public IReadOnlyList<string> LogKeys => [.. home.Published().Select(key => key.ToString())];

    public IReadOnlyList<(string Name, string Key)> Witnesses => cosigners.Policy() is { } policy ? [.. policy.Witnesses.Select(witness => (witness.Name, witness.Key.ToString()))] : [];

    // The file's octets, each of which the policy keeps as a letter.
    public string? Policy => cosigners.Policy() is { } policy ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(policy.ToString())) : null;
}
