namespace MinhBach.TransparencyLog;

/// <summary>
/// What was read is not what it has to be: a note, proof, tile or policy is malformed, a signature fails, a file is missing.
/// The only exception that bytes from outside can cause. The message says what and where.
/// </summary>
public class LogException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="message">What is wrong, in plain words.</param>
    /// <param name="inner">What was found beneath, if something was.</param>
    public LogException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
