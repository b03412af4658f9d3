namespace MinhBach.ProcessMining;

/// <summary>How a log is written.</summary>
public sealed record LogWriting
{
    /// <summary>What stands for case ids and resources. Default: under a key made for this object and forgotten (<see cref="Pseudonyms.OfThisLog"/>).</summary>
    public Pseudonyms Pseudonyms { get; init; } = Pseudonyms.OfThisLog();

    /// <summary>
    /// Attributes whose values name people, and are written as resources are, whatever the case of letters. So is any value
    /// that is the name of a resource of the log. Default: responsible, applicant, citizen, officer, owner, user, người nộp,
    /// cán bộ, người phụ trách. An attribute that is neither is written as it is: look through them before a log leaves the house.
    /// </summary>
    public IReadOnlyCollection<string> Personal { get; init; } =
        ["responsible", "applicant", "citizen", "officer", "owner", "user", "người nộp", "cán bộ", "người phụ trách"];

    internal string Value(string key, string value, LogNames? names)
    {
        var isPerson = Personal.Contains(key, StringComparer.OrdinalIgnoreCase) || names?.Resources.Find(value) >= 0;
        return isPerson ? Pseudonyms.Of("resource", value) : value;
    }
}
