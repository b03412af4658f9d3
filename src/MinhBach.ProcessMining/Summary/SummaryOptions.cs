using NodaTime;

namespace MinhBach.ProcessMining;

/// <summary>Which attributes of cases a summary looks at.</summary>
public sealed record SummaryOptions
{
    /// <summary>The options used when none are given.</summary>
    public static SummaryOptions Default { get; } = new();

    /// <summary>Attribute with the date by which a case is due. Null, the default, guesses it from usual names.</summary>
    public string? Due { get; init; }

    /// <summary>Attribute with the date on which a case was done. Null, the default, guesses it from usual names.</summary>
    public string? Done { get; init; }

    /// <summary>Attribute with the date on which a case began. Null, the default, guesses it from usual names.</summary>
    public string? Start { get; init; }

    /// <summary>Whether an attribute that nobody names is guessed; otherwise the log has none. Default true.</summary>
    public bool Guesses { get; init; } = true;

    /// <summary>Attributes by whose values the counts are repeated. Default none.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Most values of one such attribute that are told apart. Default 10,000.</summary>
    public int MostValues { get; init; } = 10_000;

    /// <summary>Zone of dates without an offset. Default <c>Asia/Ho_Chi_Minh</c>.</summary>
    public DateTimeZone Zone { get; init; } = LogReading.Default.Zone;
}
