namespace MinhBach.Transparency.Grow;

/// <summary>The keys of this city's log and of the witnesses that it asks.</summary>
internal sealed class PublishedKeys(LogHome home, Cosigners cosigners) : ILogKeys
{
    public IReadOnlyList<string> LogKeys => [.. home.Published().Select(key => key.ToString())];

    public IReadOnlyList<(string Name, string Key)> Witnesses => cosigners.Policy() is { } policy ? [.. policy.Witnesses.Select(witness => (witness.Name, witness.Key.ToString()))] : [];
}
