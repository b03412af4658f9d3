namespace MinhBach.ProcessMining;

/// <summary>How one case stands to its due date; the words of <see cref="LogCounts"/>.</summary>
public enum LogStanding
{
    /// <summary>Done by the due moment.</summary>
    OnTime,

    /// <summary>Done after it.</summary>
    Late,

    /// <summary>Done, with no due date to be held to.</summary>
    Undue,

    /// <summary>Not done.</summary>
    Open,

    /// <summary>A due or done date is there and cannot be read.</summary>
    Broken,
}
