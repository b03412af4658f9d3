namespace MinhBach.Transparency;

/// <summary>The keys that the city makes known, for those who check: with the page that checks, and wherever else they are shown.</summary>
public interface ILogKeys
{
    /// <summary>The log's keys as vkeys: the one that signs now, and those whose signatures are still around.</summary>
    IReadOnlyList<string> LogKeys { get; }

    /// <summary>Witnesses: what people call them, and the vkey.</summary>
    IReadOnlyList<(string Name, string Key)> Witnesses { get; }

    /// <summary>How many of them have to cosign, as a policy file (c2sp.org/tlog-policy); null where the city asks none.</summary>
    string? Policy { get; }
}
