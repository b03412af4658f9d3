namespace MinhBach.ProcessMining;

/// <summary>How one case stands to its due date; the words of <see cref="LogCounts"/>.</summary>
internal enum LogStanding
{
    OnTime,
    Late,
    Undue,
    Open,
    Broken,
}
