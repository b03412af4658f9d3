namespace MinhBach.Transparency;

/// <summary>A city without a log: whoever checks brings the keys along.</summary>
internal sealed class NoLogKeys : ILogKeys
{
    public IReadOnlyList<string> LogKeys => [];

    public IReadOnlyList<(string Name, string Key)> Witnesses => [];
}
