using NodaTime;

namespace MinhBach.WorkingTime;

/// <summary>When something is due.</summary>
/// <param name="Date">The day, in the calendar's zone.</param>
/// <param name="At">The instant: close of work of that day for terms in days, the exact moment for terms in hours.</param>
/// <param name="IsProvisional">Whether the count touches a year whose official calendar is not published yet, so that the date may still move.</param>
public readonly record struct DueDate(LocalDate Date, Instant At, bool IsProvisional = false);
