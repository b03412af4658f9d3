using NodaTime;

namespace MinhBach.Transparency.Grow;

/// <summary>The newest checkpoint that was signed, kept before anybody sees it: the log goes on from here and from nowhere else.</summary>
internal sealed class HeadRow
{
    /// <summary>There is one.</summary>
    public const int Only = 1;

    public int Id { get; init; }

    public long Size { get; init; }

    public string Note { get; init; } = "";

    public Instant At { get; init; }
}
