namespace MinhBach.TransparencyLog;

/// <summary>Another writer, of this process or of another, has a log's folder.</summary>
public sealed class LogHeldException : LogException
{
    /// <summary>Says which.</summary>
    public LogHeldException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
