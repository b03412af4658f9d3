namespace MinhBach.WorkingTime;

/// <summary>A calendar file cannot be read; the message says where and why.</summary>
public sealed class CalendarFileException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public CalendarFileException()
        : this("The calendar file cannot be read.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public CalendarFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public CalendarFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
