namespace MinhBach.ProcessMining;

/// <summary>The file is not a log that we read: another format, hostile, over a limit, or damaged before its first case. The message can be shown to people.</summary>
public sealed class LogFormatException : Exception
{
    /// <summary>A refusal at a place in the file.</summary>
    /// <param name="message">What is wrong, in plain words.</param>
    /// <param name="place">Where, if that is known.</param>
    /// <param name="inner">What the reader beneath said, if it did.</param>
    public LogFormatException(string message, LogPlace place = default, Exception? inner = null)
        : base(place.Line == 0 ? message : $"At {place}: {message}", inner) => Place = place;

    /// <summary>Where in the file; <see cref="LogPlace.None"/> where the whole file is meant.</summary>
    public LogPlace Place { get; }
}
