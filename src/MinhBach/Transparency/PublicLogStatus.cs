using MinhBach.TransparencyLog;
using NodaTime;

namespace MinhBach.Transparency;

/// <summary>How the public log is doing, as this node knows. Safe for many threads.</summary>
public sealed class PublicLogStatus
{
    private volatile Shown? shown;
    private volatile PublicLogTrouble? trouble;

    /// <summary>The checkpoint that everybody sees; null before the first.</summary>
    public SignedNote? Note => shown?.Note;

    /// <summary>Size and root that everybody sees.</summary>
    public TreeHead Head => shown?.Head ?? TreeHead.Empty;

    /// <summary>When it was published; null before the first.</summary>
    public Instant? PublishedAt => shown?.At;

    /// <summary>Why publication rests; null while it goes on.</summary>
    public PublicLogTrouble? Trouble => trouble;

    internal void Publish(SignedNote note, Instant at)
    {
        shown = new(note, Checkpoint.Parse(note.Text).Head, at);
        trouble = null;
    }

    internal void Rest(string key, string reason, Instant now)
    {
        if (trouble?.Key != key) trouble = new(key, reason, now);
    }

    internal void GoOn() => trouble = null;

    private sealed record Shown(SignedNote Note, TreeHead Head, Instant At);
}

/// <summary>Why nothing is published.</summary>
/// <param name="Key">Its section in docs/runbook.md.</param>
/// <param name="Reason">What was found, for administrators.</param>
/// <param name="Since">Since when.</param>
public sealed record PublicLogTrouble(string Key, string Reason, Instant Since)
{
    /// <summary>The clock was set back.</summary>
    public const string Clock = "log-clock";

    /// <summary>Not enough witnesses cosigned.</summary>
    public const string Quorum = "log-quorum";

    /// <summary>Key, entries, tiles and checkpoint do not fit together.</summary>
    public const string Spoilt = "log-spoilt";

    /// <summary>Something else, such as a full disk.</summary>
    public const string Failing = "log-failing";
}
