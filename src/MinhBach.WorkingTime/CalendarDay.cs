using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>What a day is on a working calendar.</summary>
public enum DayKind
{
    /// <summary>An ordinary working day; never written in a calendar, it follows from the weekly hours.</summary>
    WorkingDay,

    /// <summary>A weekly day off; never written in a calendar, it follows from the weekly hours.</summary>
    Weekend,

    /// <summary>A public holiday, or the day off in lieu of one that fell on a weekly day off.</summary>
    Holiday,

    /// <summary>An ordinary working day swapped off for a make-up working day.</summary>
    SubstituteOff,

    /// <summary>A weekly day off that is worked to make up for a swapped day.</summary>
    MakeUpWorking,

    /// <summary>A day off of one agency or one place only.</summary>
    LocalOff,
}

/// <summary>A day that differs from the weekly hours, with what it rests on.</summary>
/// <param name="Date">The day, in the calendar's time zone.</param>
/// <param name="Kind">Any kind but <see cref="DayKind.WorkingDay"/> and <see cref="DayKind.Weekend"/>.</param>
/// <param name="Name">Its name, as people say it.</param>
/// <param name="LegalBasis">The article or notice that makes it so.</param>
/// <param name="Verified">Whether both the day and its basis were read in a source that can be named.</param>
/// <param name="Note">What is known about the source or still open.</param>
public sealed record CalendarDay(LocalDate Date, DayKind Kind, string Name, string LegalBasis, bool Verified, string? Note = null);

/// <summary>What a calendar knows about one day.</summary>
/// <param name="Date">The day, in the calendar's time zone.</param>
/// <param name="Kind">What the day is.</param>
/// <param name="Name">The name of a day that differs from the weekly hours; else null.</param>
/// <param name="LegalBasis">What it rests on; null where it follows from the weekly hours.</param>
/// <param name="Verified">False where the day was not verified, or its year's calendar is not published.</param>
/// <param name="Published">False in a year whose official calendar is not published yet: the day is provisional.</param>
/// <param name="Note">What is known about the source or still open.</param>
public sealed record DayDescription(LocalDate Date, DayKind Kind, string? Name, string? LegalBasis, bool Verified, bool Published = true, string? Note = null);
