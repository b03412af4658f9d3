using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>A date was asked for that the calendar does not cover.</summary>
public sealed class CalendarRangeException : Exception
{
    /// <summary>Creates the exception without saying what is covered.</summary>
    public CalendarRangeException()
        : this("The date is outside the working calendar.")
    {
    }

    /// <summary>Creates the exception.</summary>
    public CalendarRangeException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public CalendarRangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal CalendarRangeException(string asked, LocalDate first, LocalDate last)
        : this($"{asked} is outside the working calendar, which covers the years {first.Year}–{last.Year} ({first:uuuu-MM-dd} to {last:uuuu-MM-dd}).") =>
        (First, Last) = (first, last);

    /// <summary>First day that the calendar covers.</summary>
    public LocalDate First { get; }

    /// <summary>Last day that the calendar covers.</summary>
    public LocalDate Last { get; }
}
