namespace MinhBach.ProcessMining;

/// <summary>What a log holds, and how its cases stand to their due dates: counted in one pass.</summary>
public sealed record LogSummary
{
    /// <summary>Cases.</summary>
    public required long Cases { get; init; }

    /// <summary>Events.</summary>
    public required long Events { get; init; }

    /// <summary>Different activities that occur.</summary>
    public required int Activities { get; init; }

    /// <summary>Different sequences of completed activities; a case in which nothing was completed has the empty one.</summary>
    public required int Variants { get; init; }

    /// <summary>Moment of the first event that has one, null if none has.</summary>
    public required DateTimeOffset? First { get; init; }

    /// <summary>Moment of the last event that has one, null if none has.</summary>
    public required DateTimeOffset? Last { get; init; }

    /// <summary>Closed cases, as <see cref="LogCounts.Closed"/>. In a log that has no done date nothing is closed and everything open; see <see cref="Dates"/>.</summary>
    public required long Closed { get; init; }

    /// <summary>As <see cref="LogCounts.OnTime"/>. In a log that has no due date nothing is on time or late.</summary>
    public required long OnTime { get; init; }

    /// <summary>As <see cref="LogCounts.Late"/>.</summary>
    public required long Late { get; init; }

    /// <summary>As <see cref="LogCounts.Undue"/>.</summary>
    public required long Undue { get; init; }

    /// <summary>As <see cref="LogCounts.Open"/>.</summary>
    public required long Open { get; init; }

    /// <summary>As <see cref="LogCounts.Broken"/>.</summary>
    public required long Broken { get; init; }

    /// <summary>As <see cref="LogCounts.DoneBeforeStart"/>.</summary>
    public required long DoneBeforeStart { get; init; }

    /// <summary>Which attributes were taken for which date, and whether that was guessed from their names.</summary>
    public required DueAttributes Dates { get; init; }

    /// <summary>Names of the attributes that cases have, in their order: the first thousand, and all that were asked for by name.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The same counts by an attribute's values, such as department; in the order asked for.</summary>
    public required IReadOnlyList<LogBreakdown> By { get; init; }

    /// <summary>Counts the cases of a log, which may be handed out in one and the same object.</summary>
    /// <exception cref="LogFormatException">What the reader of the cases throws.</exception>
    public static LogSummary Of(IEnumerable<LogCase> cases, SummaryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var tally = new SummaryTally(options ?? SummaryOptions.Default);
        foreach (var found in cases)
            tally.Add(found);
        return tally.Sum();
    }
}

/// <summary>Counts by one attribute.</summary>
/// <param name="Attribute">The attribute of the cases.</param>
/// <param name="Values">Its values, those of most cases first.</param>
/// <param name="Without">Cases that do not have it, and those of values beyond <see cref="SummaryOptions.MostValues"/>; null if there are none.</param>
public sealed record LogBreakdown(string Attribute, IReadOnlyList<LogValueCounts> Values, LogCounts? Without);

/// <summary>Counts of the cases of one value.</summary>
/// <param name="Value">The value.</param>
/// <param name="Counts">The counts.</param>
public sealed record LogValueCounts(string Value, LogCounts Counts);
